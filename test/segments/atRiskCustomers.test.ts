import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { toRows } from '../../src/log/toRows.ts';
import { atRiskCustomers } from '../../src/segments/atRiskCustomers.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { AS_OF, anyOrders, DAY, orderLog } from './rfmOracle.ts';

/** A log of customers by the days of their orders. */
function daysOf(days: Readonly<Record<string, readonly number[]>>) {
  const rows = Object.entries(days).flatMap(([customer, own]) => own.map((day) => [customer, day] as const));
  return eventLogFromColumns({ customer: rows.map(([id]) => id), at: rows.map(([, day]) => day * DAY) });
}

const atDay = (asOf: number, more: object = {}) => ({ asOf: asOf * DAY, ...more });

describe('atRiskCustomers', () => {
  test('have been silent for more than twice their own mean gap', () => {
    // Weekly: gaps of 7, silent for 46. Every 20 days: silent for 20. Gaps of 4 and 16, mean 10: silent for 21.
    const log = daysOf({ weekly: [0, 7, 14], slow: [0, 20, 40], uneven: [19, 23, 39] });
    expect(toRows(atRiskCustomers(log, atDay(60)))).toEqual([
      { customer: 'weekly', orderCount: 3, meanGapDays: 7, openGapDays: 46 },
      { customer: 'uneven', orderCount: 3, meanGapDays: 10, openGapDays: 21 },
    ]);
  });

  test('are not those silent for exactly so long', () => {
    const log = daysOf({ ada: [0, 10, 20] });
    expect(atRiskCustomers(log, atDay(40)).customers).toEqual([]);
    expect(atRiskCustomers(log, { asOf: 40 * DAY + 1 }).customers).toEqual(['ada']);
  });

  test('are not called late by rounding: someone exactly in time is in time', () => {
    // Seven gaps in 61 ms, and 61 ms of silence: exactly 7 mean gaps, though 61 / (61 / 7) is 7.000000000000001.
    const log = eventLogFromColumns({ customer: new Array(8).fill(1), at: [0, 1, 2, 3, 4, 5, 6, 61] });
    expect(61 / (61 / 7)).toBeGreaterThan(7);
    expect(atRiskCustomers(log, { asOf: 122, lateness: 7 }).customers).toEqual([]);
    expect(atRiskCustomers(log, { asOf: 123, lateness: 7 }).customers).toEqual([1]);
  });

  test('are judged by the lateness told', () => {
    const log = daysOf({ ada: [0, 10, 20] });
    expect(atRiskCustomers(log, atDay(36, { lateness: 1.5 })).customers).toEqual(['ada']);
    expect(atRiskCustomers(log, atDay(36, { lateness: 1.6 })).customers).toEqual([]);
  });

  test('are only those of enough orders; the others are counted', () => {
    const log = daysOf({ once: [0], twice: [0, 5], thrice: [0, 5, 10], late: [200] });
    expect(atRiskCustomers(log, atDay(100))).toMatchObject({
      customers: ['thrice'],
      assessedCustomers: 1,
      otherCustomers: 2,
    });
    expect(atRiskCustomers(log, atDay(100, { minimumOrders: 2 }))).toMatchObject({
      customers: ['twice', 'thrice'],
      assessedCustomers: 2,
      otherCustomers: 1,
    });
  });

  test('are not those whose orders all lie at one instant: they have shown no habit', () => {
    const found = atRiskCustomers(daysOf({ bulk: [3, 3, 3], ada: [0, 1, 2] }), atDay(100));
    expect(found).toMatchObject({ customers: ['ada'], assessedCustomers: 1, otherCustomers: 1 });
  });

  test('are judged as they were at asOf', () => {
    const log = daysOf({ ada: [0, 10, 20, 90] });
    expect(toRows(atRiskCustomers(log, atDay(50)))).toEqual([
      { customer: 'ada', orderCount: 3, meanGapDays: 10, openGapDays: 30 },
    ]);
    expect(atRiskCustomers(log, atDay(100)).customers).toEqual([]);
  });

  test('carry what the choice rests on', () => {
    const { definition } = atRiskCustomers(daysOf({}), { asOf: new Date(DAY) });
    expect(definition).toEqual({ asOf: DAY, lateness: 2, minimumOrders: 3 });
  });

  test('are those whom a walk from gap to gap finds, for any log', () => {
    fc.assert(
      fc.property(
        anyOrders,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 2, max: 4 }),
        (rows, lateness, least) => {
          const late = [...new Set(rows.map(({ customer }) => customer))].filter((id) => {
            const at = rows.filter((row) => row.customer === id && row.at < AS_OF).map((row) => row.at);
            at.sort((one, other) => one - other);
            let gaps = 0n;
            for (let place = 1; place < at.length; place++) gaps += BigInt(at[place]! - at[place - 1]!);
            if (at.length < least || gaps === 0n) return false;
            return BigInt(AS_OF - at.at(-1)!) * BigInt(at.length - 1) > BigInt(lateness) * gaps;
          });
          const found = atRiskCustomers(orderLog(rows), { asOf: AS_OF, lateness, minimumOrders: least });
          expect(found.customers).toEqual(late);
          for (const { meanGapDays, openGapDays } of toRows(found))
            expect(openGapDays).toBeGreaterThan(lateness * meanGapDays * (1 - 1e-15));
        },
      ),
      runs(300),
    );
  });
});

describe('atRiskCustomers refuses', () => {
  const ask =
    (options: unknown, log: unknown = daysOf({ ada: [0] })) =>
    () =>
      atRiskCustomers(log as never, options as never);

  test('fewer than two orders, of which no gap can be known', () => {
    expect(refusalOf(ask(atDay(9, { minimumOrders: 1 }))).message).toBe(
      'atRiskCustomers: "minimumOrders" must be at least 2; received 1',
    );
    expect(refusalOf(ask(atDay(9, { minimumOrders: 2.5 }))).code).toBe('not-a-count');
  });

  test('a lateness of 0 or less, no instant, another option, no log', () => {
    for (const lateness of [0, -1, Number.NaN, Infinity, '2'])
      expect(refusalOf(ask(atDay(9, { lateness }))).path).toEqual(['lateness']);
    expect(refusalOf(ask({})).code).toBe('not-an-instant');
    expect(refusalOf(ask(atDay(9, { within: 5 }))).code).toBe('unknown-option');
    expect(refusalOf(ask(atDay(9), 'log')).code).toBe('not-a-log');
  });
});
