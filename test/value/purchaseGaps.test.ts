import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generateShop } from '../../examples/shop/generateShop.ts';
import { eventLog } from '../../src/log/eventLog.ts';
import { purchaseGaps } from '../../src/value/purchaseGaps.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { dataFile } from '../data.ts';
import { anyOrders, DAY, gapsOf, logOf, type Order, plainGaps } from './gapOracle.ts';

const ORDERS: Order[] = [
  { customer: 'ada', at: 0 },
  { customer: 'bob', at: 20 * DAY },
  { customer: 'ada', at: 40 * DAY },
  { customer: 'ada', at: 10 * DAY },
];

describe('purchaseGaps', () => {
  test('has the times between a customer in order, and the open one at last', () => {
    const gaps = purchaseGaps(logOf(ORDERS), { asOf: new Date(45 * DAY) });
    expect(gaps.customer).toEqual({ codes: Int32Array.of(0, 0, 0, 1), values: ['ada', 'bob'] });
    expect([gaps.time, gaps.ended]).toEqual([Float64Array.of(10, 30, 5, 25), Int32Array.of(1, 1, 0, 0)]);
    expect(gaps.definition).toEqual({ asOf: 45 * DAY, unit: 'days' });
  });

  test('takes orders of one instant for one purchase, and says how many it joined', () => {
    const orders = [...ORDERS, ORDERS[0]!, ORDERS[0]!, ORDERS[2]!];
    const gaps = purchaseGaps(logOf(orders), { asOf: 45 * DAY });
    expect(gapsOf(gaps)).toEqual(gapsOf(purchaseGaps(logOf(ORDERS), { asOf: 45 * DAY })));
    expect(gaps.joinedOrders).toBe(3);
  });

  test('does not look at orders from asOf on, and says how many there were', () => {
    const gaps = purchaseGaps(logOf(ORDERS), { asOf: 40 * DAY });
    expect(gapsOf(gaps)).toEqual([
      { customer: 'ada', days: 10, ended: 1 },
      { customer: 'ada', days: 30, ended: 0 },
      { customer: 'bob', days: 20, ended: 0 },
    ]);
    expect(gaps.laterOrders).toBe(1);
  });

  test('leaves out who had bought nothing yet, and has nothing of an empty log', () => {
    expect(purchaseGaps(logOf(ORDERS), { asOf: 20 * DAY }).customer.values).toEqual(['ada']);
    const none = purchaseGaps(logOf([]), { asOf: 0 });
    expect([none.time.length, none.customer.values, none.laterOrders]).toEqual([0, [], 0]);
  });

  test('tells days of 24 hours also in parts', () => {
    const orders = [
      { customer: 'ada', at: 0 },
      { customer: 'ada', at: DAY / 4 },
    ];
    expect(purchaseGaps(logOf(orders), { asOf: DAY }).time).toEqual(Float64Array.of(0.25, 0.75));
  });

  test('has the gaps that looking for the next order of each order finds, and counts every order once', () => {
    fc.assert(
      fc.property(anyOrders, fc.integer({ min: 0, max: 45 }), (orders, days) => {
        const gaps = purchaseGaps(logOf(orders), { asOf: days * DAY });
        expect(gapsOf(gaps)).toEqual(plainGaps(orders, days * DAY));
        expect(gaps.time.length + gaps.joinedOrders + gaps.laterOrders).toBe(orders.length);
      }),
    );
  });

  test('adds up, customer by customer, to the time since their first purchase', () => {
    fc.assert(
      fc.property(anyOrders, (orders) => {
        const { customer, time } = purchaseGaps(logOf(orders), { asOf: 50 * DAY });
        const sums = customer.values.map((_, code) =>
          time.reduce((sum, days, i) => sum + (customer.codes[i] === code ? days : 0), 0),
        );
        const since = customer.values.map(
          (id) => 50 - Math.min(...orders.filter((order) => order.customer === id).map(({ at }) => at / DAY)),
        );
        expect(sums).toEqual(since);
      }),
    );
  });

  test('reads frozen options, and refuses what is no log, no instant or no option', () => {
    const log = logOf(ORDERS);
    expect(purchaseGaps(Object.freeze(log), Object.freeze({ asOf: 45 * DAY })).time.length).toBe(4);
    expect(refusalOf(() => purchaseGaps(ORDERS as never, { asOf: 0 })).code).toBe('not-a-log');
    expect(refusalOf(() => purchaseGaps(log, { asOf: 0.5 })).code).toBe('not-an-instant');
    expect(refusalOf(() => purchaseGaps(log, {} as never)).path).toEqual(['asOf']);
    expect(refusalOf(() => purchaseGaps(log, { asOf: 0, from: 0 } as never)).code).toBe('unknown-option');
  });
});

test('the gaps of the shop are those of its rows', () => {
  const rows = generateShop().orders.filter(({ kind }) => kind === 'order');
  const orders = rows.map(({ customer_id, at }) => ({ customer: customer_id, at: Date.parse(at) }));
  for (const asOf of [Date.UTC(2024, 8, 1), Date.UTC(2026, 0, 1)]) {
    const gaps = purchaseGaps(eventLog(orders, { customer: 'customer', at: 'at' }), { asOf });
    expect(gapsOf(gaps)).toEqual(plainGaps(orders, asOf));
  }
});

const file = dataFile('cdnow-sample.csv');

test.skipIf(file === undefined)(
  'the gaps of CDNOW are those of its rows: 6,696 days of purchase of 2,357 customers',
  () => {
    const lines: { sample_id: string; date: string }[] = parse(readFileSync(file!), { columns: true });
    const orders = lines.map(({ sample_id, date }) => ({ customer: sample_id, at: Date.parse(date) }));
    const asOf = Date.UTC(1998, 6, 1);
    const gaps = purchaseGaps(eventLog(orders, { customer: 'customer', at: 'at' }), { asOf });
    expect(gapsOf(gaps)).toEqual(plainGaps(orders, asOf));
    expect([gaps.time.length, gaps.joinedOrders, gaps.customer.values.length]).toEqual([6696, 6919 - 6696, 2357]);
  },
);
