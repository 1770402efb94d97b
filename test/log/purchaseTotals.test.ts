import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { purchaseTotals } from '../../src/log/purchaseTotals.ts';
import { refusalOf } from '../core/refusalOf.ts';

const log = eventLogFromColumns({
  customer: ['ada', 'bob', 'ada', 'cyd', 'ada'],
  at: [10, 20, 30, 40, 50],
  amount: [1, 2, 4, 8, 16],
});

describe('purchase totals', () => {
  test('count orders, buyers and repeat buyers, and add up revenue', () => {
    expect(purchaseTotals(log)).toEqual({
      orders: 5,
      buyers: 3,
      repeatBuyers: 1,
      revenue: 31,
      definition: { from: undefined, to: undefined, currency: undefined },
    });
  });

  test('of an interval count orders at its first instant and none at its last', () => {
    expect(purchaseTotals(log, { from: 10, to: 30 })).toMatchObject({
      orders: 2,
      buyers: 2,
      repeatBuyers: 0,
      revenue: 3,
    });
    expect(purchaseTotals(log, { from: 30 })).toMatchObject({ orders: 3, buyers: 2, repeatBuyers: 1, revenue: 28 });
    expect(purchaseTotals(log, { to: 10 })).toMatchObject({ orders: 0, buyers: 0, repeatBuyers: 0, revenue: 0 });
    expect(purchaseTotals(log, { from: new Date(10), to: new Date(11) })).toMatchObject({
      orders: 1,
      definition: { from: 10, to: 11 },
    });
  });

  test('of a log without amounts have no revenue', () => {
    const visits = eventLogFromColumns({ customer: [1], at: [1] });
    expect(purchaseTotals(visits)).toMatchObject({ orders: 1, revenue: Number.NaN });
  });

  test('of no orders are 0', () => {
    const none = eventLogFromColumns({ customer: [], at: [], amount: [] });
    expect(purchaseTotals(none)).toMatchObject({ orders: 0, buyers: 0, repeatBuyers: 0, revenue: 0 });
  });

  test('name the currency of the revenue, and refuse to add up several', () => {
    const orders = (currency: string[]) =>
      eventLogFromColumns({ customer: [1, 2], at: [1, 2], amount: [5, 6], currency });
    expect(purchaseTotals(orders(['EUR', 'EUR'])).definition.currency).toBe('EUR');
    expect(refusalOf(() => purchaseTotals(orders(['EUR', 'USD']))).code).toBe('mixed-currencies');
    const unpaid = eventLogFromColumns({ customer: [1, 2], at: [1, 2], currency: ['EUR', 'USD'] });
    expect(purchaseTotals(unpaid)).toMatchObject({ orders: 2, definition: { currency: undefined } });
  });

  test('are what a map of counts gives, for any log and interval', () => {
    const row = fc.tuple(fc.nat(5), fc.nat(20), fc.nat(1000));
    fc.assert(
      fc.property(fc.array(row), fc.nat(20), fc.nat(20), (rows, from, length) => {
        const to = from + length;
        const within = rows.filter(([, at]) => at >= from && at < to);
        const counts = new Map<number, number>();
        for (const [customer] of within) counts.set(customer, (counts.get(customer) ?? 0) + 1);
        const all = eventLogFromColumns({
          customer: rows.map(([customer]) => customer),
          at: rows.map(([, at]) => at),
          amount: rows.map(([, , amount]) => amount),
        });
        expect(purchaseTotals(all, { from, to })).toMatchObject({
          orders: within.length,
          buyers: counts.size,
          repeatBuyers: [...counts.values()].filter((count) => count > 1).length,
          revenue: within.reduce((sum, [, , amount]) => sum + amount, 0),
        });
      }),
    );
  });

  test('with wrong options are refused', () => {
    const refuse = (options: unknown) => refusalOf(() => purchaseTotals(log, options as never));
    expect(refuse({ from: 5, to: 4 }).code).toBe('reversed-interval');
    expect(refuse({ from: null })).toMatchObject({ code: 'not-an-instant', path: ['from'] });
    expect(refuse({ until: 5 }).code).toBe('unknown-option');
    expect(refusalOf(() => purchaseTotals(undefined as never)).code).toBe('not-a-log');
  });
});
