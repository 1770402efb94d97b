import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { feedbackDecline } from '../../src/risk/feedbackDecline.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { AS_OF, anyEvents, DAY, logOf, logOfAmounts, rowsBefore } from './eventRows.ts';

const NPS = { lowest: 0, highest: 10 };

describe('feedbackDecline', () => {
  test('sets the last score against all before it, in lengths of the scale', () => {
    const found = feedbackDecline(logOfAmounts({ fell: [10, 8, 9, 4], rose: [3, 5, 8], same: [7, 9, 8] }), {
      asOf: AS_OF,
      scale: NPS,
    });
    // 4 after a mean of 9; 8 after 4; 8 after 8.
    expect([...found.recentMean]).toEqual([4, 8, 8]);
    expect([...found.baselineMean]).toEqual([9, 4, 8]);
    expect([...found.answerCount]).toEqual([4, 3, 3]);
    expect([...found.value]).toEqual([-0.5, 0.4, 0]);
    expect([...found.risk]).toEqual([1, 0, 0]);
    expect([...found.observedAt]).toEqual([4 * DAY, 3 * DAY, 3 * DAY]);
  });

  test('counts in lengths of the scale: two points of five answers are half of it', () => {
    const scale = { lowest: 1, highest: 5 };
    const found = feedbackDecline(logOfAmounts({ two: [5, 5, 3], one: [4, 4, 3] }), { asOf: AS_OF, scale });
    expect([...found.value]).toEqual([-0.5, -0.25]);
    expect([...found.risk]).toEqual([1, 0.5]);
  });

  test('compares as many answers as told', () => {
    const log = logOfAmounts({ ada: [10, 6, 4, 2] });
    const ask = (recentAnswers: number, minimumBaselineAnswers: number) =>
      feedbackDecline(log, { asOf: AS_OF, scale: NPS, recentAnswers, minimumBaselineAnswers }).value[0];
    expect(ask(2, 2)).toBe(-0.5);
    expect(ask(3, 1)).toBe(-0.6);
    expect(ask(3, 2)).toBeNaN();
  });

  test('says nothing of too few answers, but shows them', () => {
    const found = feedbackDecline(logOfAmounts({ ada: [4, 8], bob: [6] }), { asOf: AS_OF, scale: NPS });
    for (const column of [found.value, found.risk, found.observedAt]) expect(column.every(Number.isNaN)).toBe(true);
    expect([...found.recentMean, ...found.baselineMean]).toEqual([8, 6, 4, Number.NaN]);
  });

  test('says nothing where no number holds the sum of the scores', () => {
    const huge = Number.MAX_VALUE;
    const found = feedbackDecline(logOfAmounts({ ada: [huge, huge, 1] }), {
      asOf: AS_OF,
      scale: { lowest: 0, highest: huge },
    });
    expect([...found.value, ...found.observedAt]).toEqual([Number.NaN, Number.NaN]);
  });

  test('carries what it rests on', () => {
    const { definition } = feedbackDecline(logOfAmounts({}), { asOf: DAY, scale: NPS });
    expect(definition).toEqual({
      ...{ name: 'feedbackDecline', kind: 'feedbackDecline', asOf: DAY, map: { kind: 'linear', safe: 0, risky: -0.5 } },
      settings: { lowest: 0, highest: 10, recentAnswers: 1, minimumBaselineAnswers: 2 },
    });
  });

  test('is what fractions of whole scores are, for any log', () => {
    const least = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(anyEvents(fc.integer({ min: 0, max: 10 })), least, least, (rows, recentAnswers, minimum) => {
        const options = { asOf: AS_OF, scale: NPS, recentAnswers, minimumBaselineAnswers: minimum };
        const found = feedbackDecline(logOf(rows), options);
        const customers = rowsBefore(rows, AS_OF);
        expect(found.customers).toEqual(customers.map(([customer]) => customer));
        customers.forEach(([, own], place) => {
          const scores = own.map(({ amount }) => amount);
          const [before, recent] = [scores.splice(0, Math.max(0, scores.length - recentAnswers)), scores];
          if (before.length < minimum) {
            expect(found.value[place]).toBeNaN();
            return;
          }
          const total = (list: number[]): number => list.reduce((sum, score) => sum + score, 0);
          const over = total(recent) * before.length - total(before) * recent.length;
          const change = over / (10 * recent.length * before.length);
          expect(Math.abs(found.value[place]! - change)).toBeLessThanOrEqual(2 ** -51);
          if (over === 0) expect(found.value[place]).toBe(0);
        });
      }),
      runs(300),
    );
  });
});

describe('feedbackDecline refuses', () => {
  const ask = (more: object, own = logOfAmounts({ ada: [3, 9] })) =>
    refusalOf(() => feedbackDecline(own, { asOf: AS_OF, scale: NPS, ...more }));

  test('scores off the scale, and a scale that is none', () => {
    expect(ask({ scale: { lowest: 1, highest: 4 } }).message).toBe(
      'feedbackDecline: "log.amount[1]" must be a number from 1 to 4; received 9',
    );
    expect(ask({ scale: { lowest: 4, highest: 1 } }).code).toBe('reversed-interval');
    expect(ask({ scale: null }).code).toBe('not-a-record');
  });

  test('a log without scores, and numbers that are none', () => {
    expect(ask({}, eventLogFromColumns({ customer: ['ada'], at: [0] })).code).toBe('missing-field');
    for (const name of ['recentAnswers', 'minimumBaselineAnswers']) {
      expect(ask({ [name]: 0 })).toMatchObject({ code: 'below-limit', path: [name] });
      expect(ask({ [name]: 0.5 })).toMatchObject({ code: 'not-a-count', path: [name] });
    }
    expect(ask({ withinDays: 5 }).code).toBe('unknown-option');
  });
});
