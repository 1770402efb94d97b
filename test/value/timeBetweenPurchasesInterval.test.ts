import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../src/numeric/seededRandom.ts';
import { bootstrapInterval } from '../../src/statistics/bootstrapInterval.ts';
import { type PurchaseGaps, purchaseGaps } from '../../src/value/purchaseGaps.ts';
import { timeBetweenPurchases } from '../../src/value/timeBetweenPurchases.ts';
import { timeBetweenPurchasesInterval } from '../../src/value/timeBetweenPurchasesInterval.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { anyOrders, DAY, logOf, type Order } from './gapOracle.ts';

const WEIGHTINGS = ['gap', 'customer'] as const;

/** The gaps of drawn customers, each draw as a customer of its own. */
function gapsOfDrawn(gaps: PurchaseGaps, drawn: ArrayLike<number>): PurchaseGaps {
  const [codes, time, ended]: number[][] = [[], [], []] as never;
  for (let place = 0; place < drawn.length; place++)
    gaps.customer.codes.forEach((code, i) => {
      if (code !== drawn[place]) return;
      codes!.push(place);
      time!.push(gaps.time[i]!);
      ended!.push(gaps.ended[i]!);
    });
  const customer = { codes: Int32Array.from(codes!), values: Array.from(drawn, (_, place) => place) };
  return { ...gaps, customer, time: Float64Array.from(time!), ended: Int32Array.from(ended!) };
}

describe('timeBetweenPurchasesInterval', () => {
  test('has for its estimate what timeBetweenPurchases gives', () => {
    fc.assert(
      fc.property(anyOrders, fc.integer({ min: 1, max: 45 }), (orders, days) => {
        const gaps = purchaseGaps(logOf(orders), { asOf: days * DAY });
        for (const weighting of WEIGHTINGS) {
          const { estimate } = timeBetweenPurchasesInterval(gaps, { weighting, seed: 1, resamples: 1 });
          expect(estimate).toBe(timeBetweenPurchases(gaps, { weighting }));
        }
      }),
      { numRuns: 500 },
    );
  });

  test('takes the middle gap of 101, where the curve comes down to 50/101', () => {
    const orders = Array.from({ length: 101 }, (_, place) =>
      [1000 - place, 1001].map((day) => ({ customer: `${place}`, at: day * DAY })),
    );
    const gaps = purchaseGaps(logOf(orders.flat()), { asOf: 1001 * DAY + 1 });
    expect(timeBetweenPurchasesInterval(gaps, { seed: 1, resamples: 1 }).estimate).toBe(51);
  });

  test('is that of logs in which each customer comes as often as drawn, each time as another customer', () => {
    fc.assert(
      fc.property(anyOrders, fc.constantFrom(...WEIGHTINGS), fc.nat(100), (orders, weighting, seed) => {
        const gaps = purchaseGaps(logOf(orders), { asOf: 45 * DAY });
        const places = gaps.customer.values.map((_, place) => place);
        const statistic = (drawn: Float64Array) => timeBetweenPurchases(gapsOfDrawn(gaps, drawn), { weighting });
        expect(timeBetweenPurchasesInterval(gaps, { weighting, seed, resamples: 40, level: 0.8 })).toEqual(
          bootstrapInterval(places, { statistic, seed, resamples: 40, level: 0.8 }),
        );
      }),
      { numRuns: 100 },
    );
  });

  test('tells seed, resamples, level and method, and gives the same for the same seed', () => {
    const gaps = purchaseGaps(
      logOf([
        { customer: 'ada', at: 0 },
        { customer: 'ada', at: DAY },
      ]),
      { asOf: 2 * DAY },
    );
    const found = timeBetweenPurchasesInterval(gaps, { seed: 7 });
    // The open gap of a day is not over after it: of 2 gaps 1 ended at 1 day, and a half lasts up to the day that is seen.
    expect(found).toEqual({
      estimate: 1,
      lower: 1,
      upper: 1,
      level: 0.95,
      resamples: 2000,
      seed: 7,
      method: 'percentile',
    });
    expect(timeBetweenPurchasesInterval(gaps, { seed: 7 })).toEqual(found);
  });

  test('has ends that are NaN where a resample of the customers never comes down to a half', () => {
    // Two who buy every 10 days and one who bought once: of some draws the last is more than half.
    const orders = ['ada', 'bob'].flatMap((customer) => [0, 10, 20].map((day) => ({ customer, at: day * DAY })));
    const gaps = purchaseGaps(logOf([...orders, { customer: 'cyd', at: 0 }]), { asOf: 21 * DAY });
    const found = timeBetweenPurchasesInterval(gaps, { seed: 3, resamples: 500 });
    expect([found.estimate, found.lower, found.upper]).toEqual([10, Number.NaN, Number.NaN]);
  });

  test('is NaN without a customer', () => {
    const found = timeBetweenPurchasesInterval(purchaseGaps(logOf([]), { asOf: 0 }), { seed: 3 });
    expect([found.estimate, found.lower, found.upper]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  test('holds the truth about as often as its level says, where customers differ and have several gaps each', () => {
    const { uniform } = seededRandom(21);
    const chance = (mean: number): number => -mean * Math.log(1 - uniform());
    // Each customer has a pace of their own, 6 or 3 days on average: the median gap over customers is that of the mixture,
    // where exp(-t / 6) + exp(-t / 3) is 1. With x = exp(-t / 6): x + x x = 1, so x is the golden ratio less 1.
    const truth = -6 * Math.log((Math.sqrt(5) - 1) / 2);
    const runs = 200;
    let held = 0;
    for (let run = 0; run < runs; run++) {
      const orders: Order[] = [];
      for (let customer = 0; customer < 80; customer++)
        for (let at = 0; at < 30 * DAY; at += Math.ceil(chance(customer % 2 === 0 ? 6 : 3) * DAY))
          orders.push({ customer: `${customer}`, at });
      const gaps = purchaseGaps(logOf(orders), { asOf: 30 * DAY });
      const { lower, upper } = timeBetweenPurchasesInterval(gaps, {
        ...{ weighting: 'customer' as const, seed: run, resamples: 200, level: 0.9 },
      });
      if (lower <= truth && truth <= upper) held++;
    }
    // 180 expected, with a standard deviation of 4.2.
    expect(held).toBeGreaterThan(165);
    expect(held).toBeLessThan(196);
  });

  test('refuses its own options by its own name', () => {
    const gaps = purchaseGaps(logOf([{ customer: 'ada', at: 0 }]), { asOf: DAY });
    const refusal = (options: object) => refusalOf(() => timeBetweenPurchasesInterval(gaps, options as never));
    expect(refusal({}).path).toEqual(['seed']);
    expect(refusal({ seed: 0.5 }).code).toBe('not-an-option');
    expect(refusal({ seed: 1, resamples: 0 }).code).toBe('below-limit');
    expect(refusal({ seed: 1, resamples: 1e8 }).code).toBe('above-limit');
    expect(refusal({ seed: 1, resamples: 1.5 }).code).toBe('not-a-count');
    expect(refusal({ seed: 1, level: 95 }).path).toEqual(['level']);
    expect(refusal({ seed: 1, weighting: 'both' }).path).toEqual(['weighting']);
    expect(refusal({ seed: 1, statistic: () => 1 }).code).toBe('unknown-option');
    for (const wrong of [{}, { seed: 1, resamples: 0 }, { seed: 1, level: 2 }])
      expect(refusal(wrong).metric).toBe('timeBetweenPurchasesInterval');
  });
});
