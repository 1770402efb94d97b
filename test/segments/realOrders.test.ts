import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { generateShop } from '../../examples/shop/generateShop.ts';
import { giniCoefficient } from '../../src/segments/giniCoefficient.ts';
import { rfmScores } from '../../src/segments/rfmScores.ts';
import { rfmSegmentRules } from '../../src/segments/rfmSegmentRules.ts';
import { rfmSegments } from '../../src/segments/rfmSegments.ts';
import { topShare } from '../../src/segments/topShare.ts';
import { dataFile } from '../data.ts';
import { nearestDouble } from '../rates/exact.ts';
import { exactGini } from './concentrationOracle.ts';
import { type OrderRow, orderLog, plainCustomers, plainNtileScores, plainQuantileScores } from './rfmOracle.ts';
import { plainSegment } from './ruleOracle.ts';

const file = dataFile('cdnow-sample.csv');

/** Orders of CDNOW, amounts in cents. */
function cdnow(): OrderRow[] {
  const lines: Record<'sample_id' | 'date' | 'amount', string>[] = parse(readFileSync(file!), { columns: true });
  return lines.map(({ sample_id, date, amount }) => ({
    customer: sample_id,
    at: Date.parse(date),
    amount: Math.round(Number(amount) * 100),
  }));
}

/** Orders of the bundled shop's German market in cents, each less what was refunded of it. */
function shop(): OrderRow[] {
  const rows = generateShop().orders.filter(({ market }) => market === 'DE');
  const refunded = new Map<string, number>();
  for (const { order_id: id, amount, kind } of rows)
    if (kind === 'refund') refunded.set(id, (refunded.get(id) ?? 0) + amount);
  return rows
    .filter(({ kind }) => kind === 'order')
    .map(({ order_id: id, customer_id: customer, at, amount }) => ({
      customer,
      at: Date.parse(at),
      amount: Math.round(100 * (amount + (refunded.get(id) ?? 0))),
    }));
}

/** Holds scores, segments and concentration of some orders to plain loops over their rows. */
function agreesWithPlainLoops(rows: readonly OrderRow[], asOf: number): void {
  const log = orderLog(rows);
  const customers = plainCustomers(rows, asOf);
  const [days, orders, cents] = [
    customers.map((one) => one.days),
    customers.map((one) => one.orders),
    customers.map((one) => one.cents),
  ];
  const scores = rfmScores(log, { asOf });
  expect(scores.customers).toEqual(customers.map(({ customer }) => customer));
  expect([...scores.recencyDays]).toEqual(days);
  expect([...scores.revenue]).toEqual(cents);
  const plain = [
    plainQuantileScores(days, 5).map((score) => 6 - score),
    plainQuantileScores(orders, 5),
    plainQuantileScores(cents, 5),
  ] as const;
  expect([...scores.recencyScore]).toEqual(plain[0]);
  expect([...scores.frequencyScore]).toEqual(plain[1]);
  expect([...scores.monetaryScore]).toEqual(plain[2]);

  const ntile = rfmScores(log, { asOf, method: 'ntile' });
  expect([...ntile.recencyScore]).toEqual(plainNtileScores(customers, (one) => -one.days, 5));
  expect([...ntile.frequencyScore]).toEqual(plainNtileScores(customers, (one) => one.orders, 5));
  expect([...ntile.monetaryScore]).toEqual(plainNtileScores(customers, (one) => one.cents, 5));

  const { codes, names, segments } = rfmSegments(scores);
  const expected = customers.map((_, place) =>
    plainSegment(rfmSegmentRules, [plain[0][place]!, plain[1][place]!, plain[2][place]!]),
  );
  expect(Array.from(codes, (code) => names[code])).toEqual(expected);
  for (const { name, customers: count, revenue } of segments) {
    const own = customers.filter((_, place) => expected[place] === name);
    expect([name, count, revenue]).toEqual([name, own.length, own.reduce((sum, one) => sum + one.cents, 0)]);
  }
  expect(segments.at(-1)).toMatchObject({ name: 'other', customers: 0 });
  expect(giniCoefficient(scores.revenue)).toBe(nearestDouble(exactGini(cents)));
}

describe.skipIf(file === undefined)('CDNOW at the end of June 1998', () => {
  const asOf = Date.UTC(1998, 6, 1);

  test('has the scores, segments and concentration of plain loops over its rows', () => {
    agreesWithPlainLoops(cdnow(), asOf);
  });

  test('has so many customers of one order that by quantile the second class of frequency is empty', () => {
    const { classSizes, thresholds } = rfmScores(orderLog(cdnow()), { asOf });
    const counts = plainCustomers(cdnow(), asOf).map(({ orders }) => orders);
    const atMost = (most: number) => counts.filter((count) => count <= most).length;
    // 1,205 of 2,357 ordered once, more than two fifths: the quantiles 1/5 and 2/5 are 1.
    expect(atMost(1)).toBe(1205);
    expect(thresholds.orderCount).toEqual([1, 1, 2, 4]);
    expect(classSizes.orderCount).toEqual([1205, 0, atMost(2) - atMost(1), atMost(4) - atMost(2), 2357 - atMost(4)]);
  });

  test('is in classes of 472 and 471 by ntile', () => {
    const { classSizes } = rfmScores(orderLog(cdnow()), { asOf, method: 'ntile' });
    for (const sizes of Object.values(classSizes)) expect(sizes).toEqual([472, 472, 471, 471, 471]);
  });

  test('takes more than half of its revenue from a fifth of its customers', () => {
    const cents = plainCustomers(cdnow(), asOf)
      .map((one) => one.cents)
      .sort((one, other) => other - one);
    const all = cents.reduce((sum, value) => sum + value, 0);
    // A fifth of 2,357 is 471.4.
    const top = cents.slice(0, 471).reduce((sum, value) => sum + value, 0) + 0.4 * cents[471]!;
    expect(top / all).toBeGreaterThan(0.5);
    expect(topShare(cents, { share: 0.2 })).toBeCloseTo(top / all, 14);
  });
});

test('the bundled shop has the scores, segments and concentration of plain loops over its rows', () => {
  const rows = shop();
  expect(rows.length).toBeGreaterThan(1000);
  agreesWithPlainLoops(rows, Date.UTC(2025, 6, 1));
});
