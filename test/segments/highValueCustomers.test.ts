import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { toRows } from '../../src/log/toRows.ts';
import { withoutAmounts } from '../../src/log/withoutAmounts.ts';
import { highValueCustomers } from '../../src/segments/highValueCustomers.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { AS_OF, anyOrders, DAY, orderLog, plainCustomers } from './rfmOracle.ts';

/** Customers 1, 2, … with one order each, of these amounts. */
function spending(amounts: readonly number[]) {
  return eventLogFromColumns({
    customer: amounts.map((_, place) => place + 1),
    at: amounts.map(() => 0),
    amount: amounts,
  });
}

describe('highValueCustomers', () => {
  test('are the top share by revenue, in the order of the log, with what they spent', () => {
    const found = highValueCustomers(spending([5, 90, 7, 80, 3, 1, 2, 4, 6, 8]), { share: 0.2, asOf: DAY });
    expect(toRows(found)).toEqual([
      { customer: 2, revenue: 90 },
      { customer: 4, revenue: 80 },
    ]);
    expect(found).toMatchObject({ threshold: 80, customersInAll: 10 });
  });

  test('are never fewer than the share: a fifth of 6 customers are 2', () => {
    expect(highValueCustomers(spending([1, 2, 3, 4, 5, 6]), { share: 0.2, asOf: DAY }).customers).toEqual([5, 6]);
  });

  test('are not one more because a share is not exact in binary: 0.07 of 100 are 7', () => {
    expect(0.07 * 100).toBeGreaterThan(7);
    const hundred = spending(Array.from({ length: 100 }, (_, place) => place));
    expect(highValueCustomers(hundred, { share: 0.07, asOf: DAY }).customers).toHaveLength(7);
  });

  test('are all who are equal to the last of them', () => {
    const found = highValueCustomers(spending([9, 5, 5, 5, 1]), { share: 0.4, asOf: DAY });
    expect(found.customers).toEqual([1, 2, 3, 4]);
    expect(found.threshold).toBe(5);
  });

  test('are everybody at share 1 and nobody at share 0', () => {
    expect(highValueCustomers(spending([3, 1, 2]), { share: 1, asOf: DAY }).customers).toEqual([1, 2, 3]);
    const none = highValueCustomers(spending([3, 1, 2]), { share: 0, asOf: DAY });
    expect(none).toMatchObject({ customers: [], threshold: Number.NaN, customersInAll: 3 });
  });

  test('are chosen by orders before asOf', () => {
    const log = eventLogFromColumns({ customer: ['a', 'a', 'b', 'c'], at: [1, 5, 1, 5], amount: [1, 50, 2, 90] });
    const found = highValueCustomers(log, { share: 0.5, asOf: 5 });
    expect([found.customers, found.customersInAll]).toEqual([['b'], 2]);
  });

  test('carry what the choice rests on', () => {
    const log = eventLogFromColumns({ customer: [1], at: [0], amount: [5], currency: ['EUR'] });
    expect(highValueCustomers(log, { share: 0.5, asOf: new Date(DAY) }).definition).toEqual({
      share: 0.5,
      asOf: DAY,
      currency: 'EUR',
    });
  });

  test('are those whom a sorted list of records names, for any log', () => {
    fc.assert(
      fc.property(anyOrders, fc.integer({ min: 0, max: 20 }), (rows, twentieths) => {
        const customers = plainCustomers(rows, AS_OF);
        const falling = [...customers].sort((one, other) => other.cents - one.cents);
        // The first of them in line, one by one, until they are the share.
        const chosen: typeof customers = [];
        while (chosen.length * 20 < twentieths * customers.length) chosen.push(falling[chosen.length]!);
        const last = chosen.at(-1);
        const expected = customers.filter(({ cents }) => last !== undefined && cents >= last.cents);
        const found = highValueCustomers(orderLog(rows), { share: twentieths / 20, asOf: AS_OF });
        expect(found.customers).toEqual(expected.map(({ customer }) => customer));
        expect([...found.revenue]).toEqual(expected.map(({ cents }) => cents));
      }),
      runs(300),
    );
  });
});

describe('highValueCustomers refuses', () => {
  const ask =
    (options: unknown, log: unknown = spending([1, 2])) =>
    () =>
      highValueCustomers(log as never, options as never);

  test('a share above 1, which may be meant in percent', () => {
    expect(refusalOf(ask({ share: 20, asOf: DAY })).message).toBe(
      'highValueCustomers: "share" must be a fraction from 0 to 1; received 20',
    );
  });

  test('no share, a negative one, no instant, another option', () => {
    expect(refusalOf(ask({ asOf: DAY })).path).toEqual(['share']);
    expect(refusalOf(ask({ share: -0.1, asOf: DAY })).code).toBe('not-a-quantity');
    expect(refusalOf(ask({ share: 0.2 })).path).toEqual(['asOf']);
    expect(refusalOf(ask({ share: 0.2, asOf: DAY, top: 5 })).code).toBe('unknown-option');
  });

  test('a log without amounts, of several currencies, or none', () => {
    const options = { share: 0.2, asOf: DAY };
    const mixed = eventLogFromColumns({ customer: [1, 1], at: [1, 2], amount: [5, 6], currency: ['EUR', 'USD'] });
    expect(refusalOf(ask(options, withoutAmounts(spending([1])))).code).toBe('missing-field');
    expect(refusalOf(ask(options, mixed)).code).toBe('mixed-currencies');
    expect(refusalOf(ask(options, [])).code).toBe('not-a-log');
  });
});
