import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventLog } from '../../src/log/eventLog.ts';
import { purchaseTotals } from '../../src/log/purchaseTotals.ts';
import { averageOrderValue } from '../../src/value/averageOrderValue.ts';
import { anyCount, MANY } from '../rates/counts.ts';
import { nearestDouble, quotientOf } from '../rates/exact.ts';
import { NO_FINITE_NUMBERS, readsItsSubject, refusesField, refusesQuantities } from '../rates/wrongSubjects.ts';
import vendors from '../reference/published/vendorCases.json' with { type: 'json' };

const TEXTBOOK = { revenue: 12000, orders: 300 };

describe('averageOrderValue', () => {
  test('is revenue over orders', () => {
    expect(averageOrderValue(TEXTBOOK)).toBe(40);
  });

  test('is negative where refunds exceed sales, and 0 where they undo them', () => {
    expect(averageOrderValue({ revenue: -50, orders: 4 })).toBe(-12.5);
    expect(averageOrderValue({ revenue: 0, orders: 4 })).toBe(0);
  });

  test('is NaN where there was no order, whatever came in', () => {
    for (const revenue of [0, 5, -5]) expect(averageOrderValue({ revenue, orders: 0 })).toBeNaN();
  });

  test('lets NaN, the revenue of a log without amounts, through', () => {
    expect(averageOrderValue({ revenue: Number.NaN, orders: 3 })).toBeNaN();
  });

  test('is correctly rounded for whole minor units', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), anyCount, (revenue, orders) => {
        fc.pre(orders > 0);
        expect(averageOrderValue({ revenue, orders }) + 0).toBe(nearestDouble(quotientOf(revenue, orders)) + 0);
      }),
      MANY,
    );
  });

  refusesQuantities(averageOrderValue, TEXTBOOK, ['orders']);
  refusesField(averageOrderValue, TEXTBOOK, 'revenue', 'not-a-number', 'a finite number', NO_FINITE_NUMBERS);
  readsItsSubject(averageOrderValue, 'totals', TEXTBOOK);
});

describe('published cases', () => {
  const { orders, gross } = vendors.polarRefunds;
  /** Pending orders are no orders yet; a refund is a row of negative amount with the id of its order. */
  const rows = orders.flatMap(([amount, status], place) => {
    const order = { id: place, who: `${place}`, at: place, cents: Number(amount) };
    if (status === 'pending') return [];
    return status === 'refunded' ? [order, { ...order, at: place + 10, cents: -order.cents }] : [order];
  });
  const totals = (refunds: 'drop' | 'net') =>
    purchaseTotals(eventLog(rows, { customer: 'who', at: 'at', amount: 'cents', id: 'id' }, { refunds }));

  test('Polar counts a refunded order and its gross revenue: the value of the log with refunds left out', () => {
    const { orders: count, revenue } = totals('drop');
    expect([count, revenue, averageOrderValue(totals('drop'))]).toEqual([gross.orders, gross.revenue, gross.aov]);
  });

  test('Polar differs from the net value, which takes the refund off its order: half of theirs', () => {
    expect([totals('net').orders, averageOrderValue(totals('net'))]).toEqual([2, 5000]);
    expect(gross.aov).toBe(10_000);
  });
});
