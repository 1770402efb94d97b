// Mean effort and mean ease: two scales that run against each other, and must not be taken for one another.
import { describe, expect, test } from 'vitest';
import { customerEaseScore } from '../../src/surveys/customerEaseScore.ts';
import { customerEffortScore } from '../../src/surveys/customerEffortScore.ts';
import { easeTotals } from '../../src/surveys/easeTotals.ts';
import { effortTotals } from '../../src/surveys/effortTotals.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { NO_FINITE_NUMBERS, readsItsSubject, refusesField, refusesQuantities } from '../rates/wrongSubjects.ts';

describe.each([
  { metric: customerEffortScore, sum: 'effortSum', mean: 2.1, subject: { effortSum: 252, answers: 120 } },
  { metric: customerEaseScore, sum: 'easeSum', mean: 5.5, subject: { easeSum: 660, answers: 120 } },
])('$metric.name', ({ metric, sum, mean, subject }) => {
  test('is the mean answer', () => {
    expect(metric(subject as never)).toBe(mean);
  });

  test('is NaN where nobody answered', () => {
    expect(metric({ [sum]: 0, answers: 0 } as never)).toBeNaN();
  });

  test('takes scales that go below 0', () => {
    expect(metric({ [sum]: -3, answers: 2 } as never)).toBe(-1.5);
  });

  refusesField(metric, subject, sum, 'not-a-number', 'a finite number', [...NO_FINITE_NUMBERS, ['NaN', Number.NaN]]);
  refusesQuantities(metric, subject, ['answers']);
  readsItsSubject(metric, 'totals', subject);
});

describe('totals of one kind', () => {
  test('are refused by the metric of the other', () => {
    const ease = refusalOf(() => customerEffortScore(easeTotals([7, 7]) as never));
    expect([ease.code, ease.path]).toEqual(['not-a-number', ['effortSum']]);
    const effort = refusalOf(() => customerEaseScore(effortTotals([1, 1]) as never));
    expect([effort.code, effort.path]).toEqual(['not-a-number', ['easeSum']]);
  });

  test('say which way is up', () => {
    expect(effortTotals([]).definition.direction).toBe('lower is better');
    expect(easeTotals([]).definition.direction).toBe('higher is better');
  });
});
