import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { negativeFeedback } from '../../src/risk/negativeFeedback.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { nearestDouble } from '../rates/exact.ts';
import { AS_OF, anyEvents, DAY, logOf, logOfAmounts, logOfDays, rowsBefore } from './eventRows.ts';

const NPS = { lowest: 0, highest: 10 };
const CSAT = { lowest: 1, highest: 5 };

describe('negativeFeedback', () => {
  test('is the mean of the last three scores, as a share of the scale', () => {
    const found = negativeFeedback(logOfAmounts({ ada: [10, 9, 6, 3], bob: [2], cyd: [10, 10] }), {
      asOf: AS_OF,
      scale: NPS,
    });
    // ada: (9 + 6 + 3) / 3 = 6 of 10.
    expect([...found.meanScore]).toEqual([6, 2, 10]);
    expect([...found.lastScore]).toEqual([3, 2, 10]);
    expect([...found.answerCount]).toEqual([3, 1, 2]);
    expect([...found.value]).toEqual([0.6, 0.2, 1]);
    expect([...found.observedAt]).toEqual([4 * DAY, DAY, 2 * DAY]);
  });

  test('puts 0 at the lowest end of the scale, wherever that is', () => {
    const shares = (scale: typeof NPS, scores: number[]) => [
      ...negativeFeedback(logOfAmounts(Object.fromEntries(scores.map((score) => [`c${score}`, [score]]))), {
        asOf: AS_OF,
        scale,
      }).value,
    ];
    expect(shares(CSAT, [1, 2, 3, 4, 5])).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(shares({ lowest: -1, highest: 1 }, [-1, -0.5, 0, 1])).toEqual([0, 0.25, 0.5, 1]);
  });

  test('by convention takes an 8 of NPS for no risk, a 6 for half, and a 4 or 2 of five answers for an eighth or 1', () => {
    const risks = (scale: typeof NPS, scores: number[]) =>
      scores.map((score) => negativeFeedback(logOfAmounts({ ada: [score] }), { asOf: AS_OF, scale }).risk[0]!);
    const close = (found: number[], expected: number[]) =>
      found.forEach((risk, place) => {
        expect(risk).toBeCloseTo(expected[place]!, 14);
      });
    close(risks(NPS, [10, 9, 8, 7, 6, 5, 4, 3, 0]), [0, 0, 0, 0.25, 0.5, 0.75, 1, 1, 1]);
    close(risks(CSAT, [5, 4, 3, 2, 1]), [0, 0.125, 0.75, 1, 1]);
  });

  test('counts answers for ever unless told for how long; who has none left has no value', () => {
    const log = logOfDays({ ada: [1, 90, 99], bob: [1] }, { ada: [0, 10, 5], bob: [0] });
    expect([...negativeFeedback(log, { asOf: AS_OF, scale: NPS }).value]).toEqual([0.5, 0]);
    const longAgo = logOfDays({ ada: [-20_000] }, { ada: [5] });
    expect([...negativeFeedback(longAgo, { asOf: AS_OF, scale: NPS }).value]).toEqual([0.5]);
    const found = negativeFeedback(log, { asOf: AS_OF, scale: NPS, withinDays: 10 });
    expect(found.customers).toEqual(['ada', 'bob']);
    for (const column of [found.value, found.risk, found.observedAt, found.lastScore, found.meanScore])
      expect(column[1]).toBeNaN();
    expect([...found.answerCount]).toEqual([2, 0]);
    // Day 90 is the first of the window.
    expect(found.value[0]).toBe(0.75);
    expect(negativeFeedback(log, { asOf: AS_OF + 1, scale: NPS, withinDays: 10 }).value[0]).toBe(0.5);
  });

  test('stays within 0 and 1 where rounding would leave them', () => {
    // The rounded mean of three times 0.1 lies above 0.1, that of three times 0.7 below 0.7.
    expect([(0.1 + 0.1 + 0.1) / 3 > 0.1, (0.7 + 0.7 + 0.7) / 3 < 0.7]).toEqual([true, true]);
    const share = (score: number, lowest: number, highest: number) => {
      const log = logOfAmounts({ ada: [score, score, score] });
      return negativeFeedback(log, { asOf: AS_OF, scale: { lowest, highest } }).value[0];
    };
    expect([share(0.1, 0.05, 0.1), share(0.7, 0.7, 1.7)]).toEqual([1, 0]);
  });

  test('says nothing where no number holds the sum of the scores', () => {
    const huge = Number.MAX_VALUE;
    const found = negativeFeedback(logOfAmounts({ ada: [huge, huge], bob: [huge] }), {
      asOf: AS_OF,
      scale: { lowest: 0, highest: huge },
    });
    expect([...found.value, ...found.observedAt]).toEqual([Number.NaN, 1, Number.NaN, DAY]);
  });

  test('carries what it rests on', () => {
    const { definition } = negativeFeedback(logOfAmounts({}), { asOf: DAY, scale: CSAT, name: 'csat' });
    expect(definition).toEqual({
      ...{ name: 'csat', kind: 'negativeFeedback', asOf: DAY, map: { kind: 'linear', safe: 0.8, risky: 0.4 } },
      settings: { lowest: 1, highest: 5, recentAnswers: 3, withinDays: undefined },
    });
  });

  test('is what plain loops over the rows find, for any log', () => {
    const score = fc.integer({ min: 1, max: 7 });
    const days = fc.option(fc.integer({ min: 1, max: 90 }), { nil: undefined });
    fc.assert(
      fc.property(anyEvents(score), fc.integer({ min: 1, max: 4 }), days, (rows, recentAnswers, withinDays) => {
        const window = withinDays === undefined ? {} : { withinDays };
        const options = { asOf: AS_OF, scale: { lowest: 1, highest: 7 }, recentAnswers, ...window };
        const found = negativeFeedback(logOf(rows), options);
        const customers = rowsBefore(rows, AS_OF);
        expect(found.customers).toEqual(customers.map(([customer]) => customer));
        customers.forEach(([, own], place) => {
          const counting = own.slice(-recentAnswers).filter(({ at }) => AS_OF - at <= (withinDays ?? 1000) * DAY);
          expect(found.answerCount[place]).toBe(counting.length);
          if (counting.length === 0) {
            expect(found.value[place]).toBeNaN();
            return;
          }
          const above = counting.reduce((total, { amount }) => total + (amount - 1), 0);
          const exact = nearestDouble({ numerator: BigInt(above), denominator: BigInt(6 * counting.length) });
          // The mean is rounded before the lowest answer is taken off it.
          expect(Math.abs(found.value[place]! - exact)).toBeLessThanOrEqual(2 ** -52);
          expect(found.lastScore[place]).toBe(counting.at(-1)!.amount);
        });
      }),
      runs(300),
    );
  });
});

describe('negativeFeedback refuses', () => {
  const log = logOfAmounts({ ada: [3, 9], bob: [5] });
  const ask = (more: object, own = log) => refusalOf(() => negativeFeedback(own, { asOf: AS_OF, scale: NPS, ...more }));

  test('scores off the scale, all of them, by their place in the log', () => {
    const error = ask({ scale: { lowest: 1, highest: 4 } });
    expect(error.message).toBe(
      'negativeFeedback: "log.amount[1]" must be a number from 1 to 4; received 9 (the first of 2 issues)',
    );
    expect([error.code, error.issues[1]!.path]).toEqual(['not-on-scale', ['log', 'amount', 2]]);
    expect(ask({ scale: { lowest: 4, highest: 10 } }).received).toBe('3');
  });

  test('but not those that were not known at asOf', () => {
    const later = logOfDays({ ada: [1, 200] }, { ada: [5, 99] });
    expect(negativeFeedback(later, { asOf: AS_OF, scale: NPS }).value[0]).toBe(0.5);
  });

  test('a scale without ends, or with ends that are swapped, equal or too far apart', () => {
    expect(ask({ scale: undefined })).toMatchObject({ code: 'not-a-record', path: ['scale'] });
    expect(ask({ scale: { lowest: 0 } })).toMatchObject({ code: 'not-a-number', path: ['scale.highest'] });
    expect(ask({ scale: { lowest: '0', highest: 10 } }).path).toEqual(['scale.lowest']);
    expect(ask({ scale: { lowest: 0, highest: Infinity } }).path).toEqual(['scale.highest']);
    expect(ask({ scale: { lowest: 10, highest: 0 } }).message).toBe(
      'negativeFeedback: "scale.highest" must be above "lowest" (10); received 0',
    );
    expect(ask({ scale: { lowest: 5, highest: 5 } }).code).toBe('reversed-interval');
    expect(ask({ scale: { lowest: -1.7e308, highest: 1.7e308 } }).code).toBe('not-a-number');
    expect(ask({ scale: { ...NPS, middle: 5 } }).code).toBe('unknown-option');
  });

  test('a log without scores, and numbers that are none', () => {
    expect(ask({}, eventLogFromColumns({ customer: ['ada'], at: [0] })).message).toBe(
      'negativeFeedback: "log.amount" must be in the log: the scores; received undefined',
    );
    expect(ask({ recentAnswers: 0 })).toMatchObject({ code: 'below-limit', path: ['recentAnswers'] });
    for (const wrong of [-1, 1.5, Number.NaN, '3']) expect(ask({ recentAnswers: wrong }).code).toBe('not-a-count');
    for (const wrong of [0, -1, Number.NaN, Infinity, '3'])
      expect(ask({ withinDays: wrong })).toMatchObject({ code: 'not-a-quantity', path: ['withinDays'] });
  });
});
