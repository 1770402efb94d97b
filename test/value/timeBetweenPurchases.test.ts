import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventLog } from '../../src/log/eventLog.ts';
import { quantile } from '../../src/numeric/quantile.ts';
import { seededRandom } from '../../src/numeric/seededRandom.ts';
import { type PurchaseGaps, purchaseGaps } from '../../src/value/purchaseGaps.ts';
import { timeBetweenPurchases } from '../../src/value/timeBetweenPurchases.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { dataFile } from '../data.ts';
import { anyOrders, DAY, exactMedian, gapsOf, logOf, type Order } from './gapOracle.ts';

/** The gaps of customers, given as the days on which each bought. */
function gapsOfDays(asOf: number, ...customers: readonly (readonly number[])[]): PurchaseGaps {
  const orders = customers.flatMap((days, place) => days.map((day) => ({ customer: `c${place}`, at: day * DAY })));
  return purchaseGaps(logOf(orders), { asOf: asOf * DAY });
}

const BY_CUSTOMER = { weighting: 'customer' } as const;

describe('timeBetweenPurchases', () => {
  test('counts the open gap as one that has lasted so long and is not over', () => {
    // Gaps that ended: 10 and 30. Open: 5 and 25. After 10: 2 of 3; after 30: 0 of 1. Without the open ones it were 20.
    expect(timeBetweenPurchases(gapsOfDays(45, [0, 10, 40], [20]))).toBe(30);
  });

  test('is the median of the ended gaps where everyone has just bought, the middle of the two of an even number', () => {
    // The open gaps have lasted a day only, which tells nothing.
    expect(timeBetweenPurchases(gapsOfDays(31, [0, 30], [10, 30], [20, 30]))).toBe(20);
    expect(timeBetweenPurchases(gapsOfDays(31, [0, 30], [20, 30]))).toBe(20);
  });

  test('is NaN where more than half of the gaps have lasted longer than any that was seen to end', () => {
    expect(timeBetweenPurchases(gapsOfDays(100, [0, 5], [0], [0]))).toBeNaN();
  });

  test('is NaN without a purchase, and where nobody bought twice', () => {
    expect(timeBetweenPurchases(gapsOfDays(100))).toBeNaN();
    for (const weighting of ['gap', 'customer'] as const)
      expect(timeBetweenPurchases(gapsOfDays(100, [0], [50]), { weighting })).toBeNaN();
  });

  test('counts every gap alike unless told, and by customer every customer', () => {
    // One buys every 2 days, ten times; two others after 30 days. By gap 2 is the middle one, by customer 30.
    const often = Array.from({ length: 11 }, (_, place) => 40 + 2 * place);
    const gaps = gapsOfDays(61, often, [30, 60], [30, 60]);
    expect(timeBetweenPurchases(gaps)).toBe(2);
    expect(timeBetweenPurchases(gaps, { weighting: 'gap' })).toBe(2);
    expect(timeBetweenPurchases(gaps, BY_CUSTOMER)).toBe(30);
  });

  test('takes by customer no notice of an open gap beside ended ones, and full notice of one alone', () => {
    // Ended 10 of one; open 50 of the other: a half lasts longer than 10, up to the 50 that are seen.
    expect(timeBetweenPurchases(gapsOfDays(60, [0, 10], [10]), BY_CUSTOMER)).toBe(30);
    // A third has bought once long ago, and more than half last longer than 10.
    expect(timeBetweenPurchases(gapsOfDays(60, [0, 10], [10], [0]), BY_CUSTOMER)).toBeNaN();
    expect(timeBetweenPurchases(gapsOfDays(60, [0, 10]), BY_CUSTOMER)).toBe(10);
  });

  test('is what exact fractions give, time by time', () => {
    fc.assert(
      fc.property(anyOrders, fc.integer({ min: 1, max: 45 }), (orders, days) => {
        const gaps = purchaseGaps(logOf(orders), { asOf: days * DAY });
        for (const weighting of ['gap', 'customer'] as const)
          expect(timeBetweenPurchases(gaps, { weighting })).toBe(exactMedian(gapsOf(gaps), weighting));
      }),
      { numRuns: 500 },
    );
  });

  test('reads plain arrays and frozen gaps alike, and leaves them as they were', () => {
    const gaps = gapsOfDays(45, [0, 10, 40], [20]);
    const plain = { ...gaps, time: [...gaps.time], ended: [...gaps.ended] } as never;
    expect(timeBetweenPurchases(Object.freeze(plain))).toBe(30);
    const before = structuredClone(gaps);
    timeBetweenPurchases(gaps, BY_CUSTOMER);
    expect(gaps).toStrictEqual(before);
  });

  test('refuses what are no gaps, by name and value', () => {
    const gaps = gapsOfDays(45, [0, 10, 40], [20]);
    const refusal = (wrong: object) => refusalOf(() => timeBetweenPurchases({ ...gaps, ...wrong } as never));
    expect(refusalOf(() => timeBetweenPurchases(null as never)).message).toBe(
      'timeBetweenPurchases: "gaps" must be an object; received null',
    );
    expect(refusal({ time: [1, 2, 3, -4] }).message).toContain('"gaps.time[3]" must be a finite number of at least 0');
    expect(refusal({ ended: [1, 1, 0, 2] }).path).toEqual(['gaps', 'ended', 3]);
    expect(refusal({ customer: undefined }).code).toBe('not-a-record');
    expect(refusal({ customer: { codes: [0, 0, 0, 2], values: ['ada', 'bob'] } }).message).toBe(
      'timeBetweenPurchases: "gaps.customer.codes[3]" must be a place in "values"; received 2',
    );
    expect(refusal({ customer: { codes: [0, 0], values: ['ada'] } }).code).toBe('length-mismatch');
    expect(refusal({ customer: { codes: 5, values: ['ada'] } }).code).toBe('not-rows');
    expect(refusal({ customer: { codes: [0, 0, 0, 1], values: 'ada' } }).path).toEqual(['gaps', 'customer', 'values']);
    expect(refusalOf(() => timeBetweenPurchases(gaps, { weighting: 'order' as never })).code).toBe('not-an-option');
    expect(refusalOf(() => timeBetweenPurchases(gaps, { weight: 'gap' } as never)).code).toBe('unknown-option');
  });
});

/** Buyers who all buy at 0 and then by chance, each at their own rate, until they are looked at. */
function buyers(seed: number, asOf: number, rates: readonly number[]): PurchaseGaps {
  const { uniform } = seededRandom(seed);
  const orders: Order[] = [];
  rates.forEach((rate, place) => {
    // Whole milliseconds, as instants are: a hundred-thousandth of the shortest mean gap here.
    for (let at = 0; at < asOf * DAY; at += Math.ceil((-Math.log(1 - uniform()) / rate) * DAY))
      orders.push({ customer: `${place}`, at });
  });
  return purchaseGaps(logOf(orders), { asOf: asOf * DAY });
}

/** Where a falling function comes down to a half. */
function halfOf(survival: (time: number) => number): number {
  let [low, high] = [0, 1000];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (survival(middle) > 0.5) low = middle;
    else high = middle;
  }
  return low;
}

describe('timeBetweenPurchases of buyers whose truth is known', () => {
  const COUNT = 20_000;

  describe('who all buy once a day on average, looked at for one day', () => {
    const gaps = buyers(11, 1, new Array(COUNT).fill(1));
    const truth = Math.log(2);

    test('is right by gap and by customer: a median of ln 2 days', () => {
      expect(Math.abs(timeBetweenPurchases(gaps) - truth)).toBeLessThan(0.02);
      expect(Math.abs(timeBetweenPurchases(gaps, BY_CUSTOMER) - truth)).toBeLessThan(0.02);
    });

    test('would be far too short without the open gaps, by gap and as a median of medians', () => {
      const ended = gapsOf(gaps).filter((gap) => gap.ended === 1);
      expect(
        quantile(
          ended.map(({ days }) => days),
          0.5,
        ),
      ).toBeLessThan(0.6 * truth);
      const byCustomer = new Map<string | number, number[]>();
      for (const { customer, days } of ended) byCustomer.set(customer, [...(byCustomer.get(customer) ?? []), days]);
      const medians = [...byCustomer.values()].map((days) => quantile(days, 0.5));
      expect(quantile(medians, 0.5)).toBeLessThan(0.6 * truth);
    });

    test('would have a hazard of 0.58 in place of 1 if all gaps of a customer, the open one too, shared a weight of 1', () => {
      // By arithmetic: ended gaps have N / (N + 1) of the weight, and the mean gap lasts 1 / (N + 1), N being Poisson.
      const share = 1 - Math.exp(-1);
      const counts = new Map<string | number, number>();
      for (const { customer } of gapsOf(gaps)) counts.set(customer, (counts.get(customer) ?? 0) + 1);
      let [endedWeight, weightedDays] = [0, 0];
      for (const { customer, days, ended } of gapsOf(gaps)) {
        endedWeight += ended / counts.get(customer)!;
        weightedDays += days / counts.get(customer)!;
      }
      expect(Math.abs(endedWeight / weightedDays - (1 - share) / share)).toBeLessThan(0.01);
    });
  });

  test('is by customer the median over customers where some buy eight times as often, and shorter by gap', () => {
    const rates = Array.from({ length: COUNT }, (_, place) => (place % 2 === 0 ? 2 : 0.25));
    const gaps = buyers(12, 4, rates);
    const truth = halfOf((time) => (Math.exp(-2 * time) + Math.exp(-0.25 * time)) / 2);
    expect(Math.abs(timeBetweenPurchases(gaps, BY_CUSTOMER) / truth - 1)).toBeLessThan(0.03);
    expect(timeBetweenPurchases(gaps)).toBeLessThan(0.6 * truth);
  });
});

const file = dataFile('cdnow-sample.csv');

test.skipIf(file === undefined)(
  'CDNOW: exact fractions give the same, by gap; most who bought once are not back',
  () => {
    const lines: { sample_id: string; date: string }[] = parse(readFileSync(file!), { columns: true });
    const log = eventLog(lines, { customer: 'sample_id', at: ({ date }) => Date.parse(date) });
    const gaps = purchaseGaps(log, { asOf: Date.UTC(1998, 6, 1) });
    // Without the open gaps it were 34, and the median over customers of each one's median 60.
    expect(timeBetweenPurchases(gaps)).toBe(93);
    expect(timeBetweenPurchases(gaps)).toBe(exactMedian(gapsOf(gaps), 'gap'));
    // 1,218 of 2,357 customers bought on one day only, and were seen for 460 days and more after it: no half is reached.
    const daysOf = new Map<string, Set<string>>();
    for (const { sample_id, date } of lines) daysOf.set(sample_id, (daysOf.get(sample_id) ?? new Set()).add(date));
    expect([...daysOf.values()].filter((days) => days.size === 1).length).toBe(1218);
    expect(timeBetweenPurchases(gaps, BY_CUSTOMER)).toBeNaN();
  },
);
