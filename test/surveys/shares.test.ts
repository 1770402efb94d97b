// Shares of answers and of invitations: one policy, four metrics.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { customerEaseShare } from '../../src/surveys/customerEaseShare.ts';
import { customerSatisfactionScore } from '../../src/surveys/customerSatisfactionScore.ts';
import { responseRate } from '../../src/surveys/responseRate.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { anyPart, MANY } from '../rates/counts.ts';
import { nearestDouble, quotientOf } from '../rates/exact.ts';
import { readsItsSubject, refusesQuantities } from '../rates/wrongSubjects.ts';

const METRICS = [
  {
    metric: responseRate,
    part: 'answered',
    whole: 'delivered',
    subject: { delivered: 400, answered: 132 },
    value: 0.33,
  },
  {
    ...{ metric: customerSatisfactionScore, part: 'satisfied', whole: 'answers' },
    ...{ subject: { satisfied: 84, answers: 120 }, value: 0.7 },
  },
  {
    ...{ metric: customerEaseShare, part: 'easyAnswers', whole: 'answers' },
    ...{ subject: { easyAnswers: 96, answers: 120 }, value: 0.8 },
  },
];

describe.each(METRICS)('$metric.name', ({ metric, part, whole, subject, value }) => {
  const of = (counts: Record<string, number>) => metric(counts as never);

  test('is the part over the whole', () => {
    expect(of(subject)).toBe(value);
    expect(of({ [part]: 0, [whole]: 7 })).toBe(0);
    expect(of({ [part]: 7, [whole]: 7 })).toBe(1);
  });

  test('is NaN of nothing', () => {
    expect(of({ [part]: 0, [whole]: 0 })).toBeNaN();
  });

  test('is correctly rounded', () => {
    fc.assert(
      fc.property(anyPart, ({ whole: all, part: some }) => {
        fc.pre(all > 0);
        expect(of({ [part]: some, [whole]: all })).toBe(nearestDouble(quotientOf(some, all)));
      }),
      MANY,
    );
  });

  test('takes what exceeds the whole by rounding only for the whole', () => {
    expect(of({ [part]: 0.1 + 0.2, [whole]: 0.3 })).toBe(1);
  });

  test('refuses a part above the whole, by name and value', () => {
    expect(refusalOf(() => of({ [part]: 8, [whole]: 7 })).message).toBe(
      `${metric.name}: "${part}" must be at most "${whole}" (7); received 8`,
    );
  });

  refusesQuantities(metric, subject, [part, whole]);
  readsItsSubject(metric, 'counts', subject);
});
