import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CustomerId } from '../../src/core/types.ts';
import type { EventLog } from '../../src/log/types.ts';
import { purchaseLateness } from '../../src/risk/purchaseLateness.ts';
import { atRiskCustomers } from '../../src/segments/atRiskCustomers.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { dataFile } from '../data.ts';
import { runs } from '../laws/runs.ts';
import { nearestDouble } from '../rates/exact.ts';
import { AS_OF, anyEvents, DAY, logOf, logOfDays, rowsBefore } from './eventRows.ts';

const file = dataFile('cdnow-sample.csv');

/** The customers who are later than so many of their gaps. */
function laterThan(lateness: number, log: EventLog, asOf: number): CustomerId[] {
  const { customers, value } = purchaseLateness(log, { asOf });
  return customers.filter((_, place) => value[place]! > lateness);
}

const atDay = (asOf: number, more: object = {}) => ({ asOf: asOf * DAY, ...more });

describe('purchaseLateness', () => {
  test('is the time since the last order in gaps of the customer', () => {
    // Weekly, silent for 28; every 20 days, silent for 20; gaps of 4 and 16, silent for 25.
    const log = logOfDays({ weekly: [18, 25, 32], slow: [0, 20, 40], uneven: [15, 19, 35] });
    const found = purchaseLateness(log, atDay(60));
    expect([...found.value]).toEqual([4, 1, 2.5]);
    expect([...found.risk]).toEqual([1, 0, 0.75]);
    expect([...found.meanGapDays]).toEqual([7, 20, 10]);
    expect([...found.openGapDays]).toEqual([28, 20, 25]);
    expect([...found.orderCount]).toEqual([3, 3, 3]);
    expect([...found.observedAt]).toEqual([60 * DAY, 60 * DAY, 60 * DAY]);
  });

  test('is a whole number where the silence is a multiple of the gap', () => {
    // Seven gaps in 61 ms, then 61 ms of silence: exactly 7 of them, though 61 / (61 / 7) is 7.000000000000001.
    const rows = [0, 1, 2, 3, 4, 5, 6, 61].map((at) => ({ customer: 'ada', at, amount: 0 }));
    expect(61 / (61 / 7)).toBeGreaterThan(7);
    expect(purchaseLateness(logOf(rows), { asOf: 122 }).value[0]).toBe(7);
  });

  test('says nothing of too few orders, or of orders all at one instant, but shows them', () => {
    const found = purchaseLateness(logOfDays({ once: [0], twice: [0, 5], bulk: [3, 3, 3] }), atDay(60));
    for (const column of [found.value, found.risk, found.observedAt]) expect(column.every(Number.isNaN)).toBe(true);
    expect([...found.meanGapDays]).toEqual([Number.NaN, 5, 0]);
    expect([...found.openGapDays, ...found.orderCount]).toEqual([60, 55, 57, 1, 2, 3]);
    expect([
      ...purchaseLateness(logOfDays({ once: [0], twice: [0, 5] }), atDay(60, { minimumOrders: 2 })).value,
    ]).toEqual([Number.NaN, 11]);
  });

  test('looks from asOf', () => {
    const log = logOfDays({ ada: [0, 10, 20, 50, 90], bob: [50] });
    expect([...purchaseLateness(log, atDay(50)).value]).toEqual([3]);
    expect(purchaseLateness(log, atDay(100)).customers).toEqual(['ada', 'bob']);
  });

  test('carries what it rests on', () => {
    expect(purchaseLateness(logOfDays({}), atDay(1, { name: 'late', minimumOrders: 5 })).definition).toEqual({
      ...{ name: 'late', kind: 'purchaseLateness', asOf: DAY, map: { kind: 'linear', safe: 1, risky: 3 } },
      settings: { minimumOrders: 5 },
    });
  });

  test('is what a walk from gap to gap gives, for any log, rounded once', () => {
    fc.assert(
      fc.property(anyEvents(fc.constant(0)), fc.integer({ min: 2, max: 5 }), (rows, minimumOrders) => {
        const found = purchaseLateness(logOf(rows), { asOf: AS_OF, minimumOrders });
        const customers = rowsBefore(rows, AS_OF);
        expect(found.customers).toEqual(customers.map(([customer]) => customer));
        customers.forEach(([, own], place) => {
          let gaps = 0n;
          for (let row = 1; row < own.length; row++) gaps += BigInt(own[row]!.at - own[row - 1]!.at);
          if (own.length < minimumOrders || gaps === 0n) {
            expect(found.value[place]).toBeNaN();
            return;
          }
          const silent = BigInt(AS_OF - own.at(-1)!.at);
          expect(found.value[place]).toBe(
            nearestDouble({ numerator: silent * BigInt(own.length - 1), denominator: gaps }),
          );
        });
      }),
      runs(300),
    );
  });

  test('is above a number for exactly those whom atRiskCustomers calls so late', () => {
    fc.assert(
      fc.property(anyEvents(fc.constant(0)), fc.constantFrom(1, 1.5, 2, 3), (rows, lateness) => {
        expect(laterThan(lateness, logOf(rows), AS_OF)).toEqual(
          atRiskCustomers(logOf(rows), { asOf: AS_OF, lateness }).customers,
        );
      }),
      runs(200),
    );
  });

  test('refuses fewer than two orders, of which no gap can be known', () => {
    const ask = (minimumOrders: unknown) =>
      refusalOf(() => purchaseLateness(logOfDays({ ada: [0] }), atDay(9, { minimumOrders })));
    expect(ask(1).message).toBe('purchaseLateness: "minimumOrders" must be at least 2; received 1');
    for (const wrong of [2.5, -1, Number.NaN, '3', null]) expect(ask(wrong).code).toBe('not-a-count');
  });
});

test.skipIf(file === undefined)(
  'of the customers of CDNOW with three orders or more, those who are late are found',
  () => {
    const lines: Record<'sample_id' | 'date', string>[] = parse(readFileSync(file!), { columns: true });
    const log = logOf(lines.map(({ sample_id: customer, date }) => ({ customer, at: Date.parse(date), amount: 0 })));
    const asOf = Date.UTC(1998, 6, 1);
    expect(laterThan(2, log, asOf)).toEqual(atRiskCustomers(log, { asOf, lateness: 2 }).customers);
    // Orders of one day stand on one instant, so that of some customers with three orders nothing is said.
    const { value, orderCount, meanGapDays } = purchaseLateness(log, { asOf });
    const isKnown = orderCount.map((orders, place) => (orders >= 3 && meanGapDays[place]! > 0 ? 1 : 0));
    expect(value.map((own) => (Number.isNaN(own) ? 0 : 1))).toEqual(Float64Array.from(isKnown));
  },
);
