import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { orderValueDecline } from '../../src/risk/orderValueDecline.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { nearestDouble, ulpsApart } from '../rates/exact.ts';
import { AS_OF, anyEvents, DAY, logOf, logOfAmounts, rowsBefore } from './eventRows.ts';

describe('orderValueDecline', () => {
  test('sets the last three orders against all before them', () => {
    // ada: 30, 60, 45 after 80, 100, 120: 45 of 100. bob grew: 20 of 10. cyd: 75 of 100.
    const log = logOfAmounts({
      ada: [80, 100, 120, 30, 60, 45],
      bob: [10, 10, 10, 20, 20, 20],
      cyd: [100, 100, 100, 100, 75, 75, 75],
    });
    const found = orderValueDecline(log, { asOf: 50 * DAY });
    expect([...found.recentMean]).toEqual([45, 20, 75]);
    expect([...found.baselineMean]).toEqual([100, 10, 100]);
    expect([...found.value]).toEqual([0.45, 2, 0.75]);
    expect([...found.risk]).toEqual([1, 0, 0.5]);
    expect([...found.orderCount]).toEqual([6, 6, 7]);
  });

  test('rests on the last order, so that old news can be called stale', () => {
    const { observedAt } = orderValueDecline(logOfAmounts({ ada: [1, 1, 1, 1, 1, 1], bob: [1] }), { asOf: 900 * DAY });
    expect([...observedAt]).toEqual([6 * DAY, Number.NaN]);
  });

  test('says nothing of too few orders, but shows them', () => {
    const found = orderValueDecline(logOfAmounts({ five: [9, 9, 9, 9, 6], two: [4, 8] }), { asOf: AS_OF });
    expect([...found.value, ...found.risk]).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
    expect([...found.recentMean, ...found.baselineMean, ...found.orderCount]).toEqual([8, 6, 9, Number.NaN, 5, 2]);
    const told = { asOf: AS_OF, recentOrders: 1, minimumBaselineOrders: 4 };
    expect([...orderValueDecline(logOfAmounts({ five: [9, 9, 9, 9, 6], four: [9, 9, 9, 6] }), told).value]).toEqual([
      6 / 9,
      Number.NaN,
    ]);
  });

  test('says nothing where the orders before were worth 0 or less', () => {
    const log = logOfAmounts({ free: [0, 0, 0, 5, 5, 5], returned: [5, -9, 1, 5, 5, 5], now: [5, 5, 5, -3, 0, 0] });
    const found = orderValueDecline(log, { asOf: AS_OF });
    expect([...found.value]).toEqual([Number.NaN, Number.NaN, -0.2]);
    expect([...found.observedAt]).toEqual([Number.NaN, Number.NaN, 6 * DAY]);
    expect(found.risk[2]).toBe(1);
    expect([...found.baselineMean]).toEqual([0, -1, 5]);
  });

  test('never is infinite: of amounts whose sum or share no number holds, nothing is said', () => {
    const huge = Number.MAX_VALUE;
    const sums = [1, 1, 1, huge, huge, huge];
    const shares = [5e-324, 5e-324, 5e-324, huge, 0, 0];
    const found = orderValueDecline(logOfAmounts({ sums, shares }), { asOf: AS_OF });
    expect([...found.value, ...found.risk, ...found.observedAt].every(Number.isNaN)).toBe(true);
    expect([...found.recentMean, ...found.baselineMean]).toEqual([Number.NaN, huge / 3, 1, 5e-324]);
  });

  test('carries what it rests on', () => {
    expect(orderValueDecline(logOfAmounts({}), { asOf: DAY }).definition).toEqual({
      name: 'orderValueDecline',
      kind: 'orderValueDecline',
      asOf: DAY,
      map: { kind: 'linear', safe: 1, risky: 0.5 },
      settings: { recentOrders: 3, minimumBaselineOrders: 3 },
    });
  });

  test('is what exact fractions of whole cents are, for any log', () => {
    const cents = fc.oneof(fc.integer({ min: -500, max: 20_000 }), fc.constantFrom(0, 1000));
    const least = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(anyEvents(cents), least, least, (rows, recentOrders, minimumBaselineOrders) => {
        const found = orderValueDecline(logOf(rows), { asOf: AS_OF, recentOrders, minimumBaselineOrders });
        const customers = rowsBefore(rows, AS_OF);
        expect(found.customers).toEqual(customers.map(([customer]) => customer));
        customers.forEach(([, own], place) => {
          const amounts = own.map(({ amount }) => BigInt(amount));
          const recent = amounts.slice(-recentOrders);
          const before = amounts.slice(0, -recentOrders);
          const [recentSum, beforeSum] = [recent, before].map((part) => part.reduce((sum, amount) => sum + amount, 0n));
          if (before.length < minimumBaselineOrders || beforeSum! <= 0n) {
            expect(found.value[place]).toBeNaN();
            return;
          }
          const exact = {
            numerator: recentSum! * BigInt(before.length),
            denominator: beforeSum! * BigInt(recent.length),
          };
          expect(ulpsApart(found.value[place]!, nearestDouble(exact))).toBeLessThanOrEqual(2);
          expect(found.observedAt[place]).toBe(own.at(-1)!.at);
        });
      }),
      runs(300),
    );
  });
});

describe('orderValueDecline refuses', () => {
  test('a log without amounts, or with those of two currencies', () => {
    const bare = eventLogFromColumns({ customer: ['ada'], at: [0] });
    expect(refusalOf(() => orderValueDecline(bare, { asOf: 9 })).message).toBe(
      'orderValueDecline: "log.amount" must be in the log; received undefined',
    );
    const mixed = eventLogFromColumns({ customer: ['a', 'b'], at: [0, 1], amount: [1, 2], currency: ['EUR', 'USD'] });
    expect(refusalOf(() => orderValueDecline(mixed, { asOf: 9 })).code).toBe('mixed-currencies');
  });

  test('numbers of orders that are none, by name and value', () => {
    const ask = (more: object) => refusalOf(() => orderValueDecline(logOfAmounts({ ada: [1] }), { asOf: 9, ...more }));
    expect(ask({ recentOrders: 0 }).message).toBe('orderValueDecline: "recentOrders" must be at least 1; received 0');
    expect(ask({ minimumBaselineOrders: 0 }).message).toBe(
      'orderValueDecline: "minimumBaselineOrders" must be at least 1; received 0',
    );
    for (const wrong of [-1, 1.5, Number.NaN, Infinity, '3', null]) {
      expect(ask({ recentOrders: wrong })).toMatchObject({ code: 'not-a-count', path: ['recentOrders'] });
      expect(ask({ minimumBaselineOrders: wrong })).toMatchObject({ path: ['minimumBaselineOrders'] });
    }
  });
});
