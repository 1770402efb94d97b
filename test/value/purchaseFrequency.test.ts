import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { purchaseTotals } from '../../src/log/purchaseTotals.ts';
import { averageOrderValue } from '../../src/value/averageOrderValue.ts';
import { purchaseFrequency } from '../../src/value/purchaseFrequency.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { anyPart, MANY } from '../rates/counts.ts';
import { nearestDouble, quotientOf, ulpsApart } from '../rates/exact.ts';
import { readsItsSubject, refusesQuantities } from '../rates/wrongSubjects.ts';

const TEXTBOOK = { orders: 300, buyers: 120 };

describe('purchaseFrequency', () => {
  test('is orders over those who placed them', () => {
    expect(purchaseFrequency(TEXTBOOK)).toBe(2.5);
  });

  test('is 1 where everyone bought once', () => {
    expect(purchaseFrequency({ orders: 7, buyers: 7 })).toBe(1);
  });

  test('is NaN where nobody bought', () => {
    expect(purchaseFrequency({ orders: 0, buyers: 0 })).toBeNaN();
  });

  test('refuses more buyers than orders, by code, name and value', () => {
    const error = refusalOf(() => purchaseFrequency({ orders: 3, buyers: 4 }));
    expect([error.code, error.path, error.received]).toEqual(['above-limit', ['buyers'], '4']);
    expect(error.message).toBe('purchaseFrequency: "buyers" must be at most "orders" (3); received 4');
  });

  test('is correctly rounded for whole counts, and at least 1', () => {
    fc.assert(
      fc.property(anyPart, ({ whole, part }) => {
        fc.pre(part > 0);
        const frequency = purchaseFrequency({ orders: whole, buyers: part });
        expect(frequency).toBe(nearestDouble(quotientOf(whole, part)));
        expect(frequency).toBeGreaterThanOrEqual(1);
      }),
      MANY,
    );
  });

  test('times the order value is revenue per buyer, within 2 units in the last place', () => {
    const log = eventLogFromColumns({ customer: ['ada', 'ada', 'bob'], at: [1, 2, 3], amount: [1000, 3000, 500] });
    const totals = purchaseTotals(log);
    expect(purchaseFrequency(totals)).toBe(1.5);
    expect(ulpsApart(purchaseFrequency(totals) * averageOrderValue(totals), 2250)).toBeLessThanOrEqual(2);
  });

  refusesQuantities(purchaseFrequency, TEXTBOOK, ['orders', 'buyers']);
  readsItsSubject(purchaseFrequency, 'totals', TEXTBOOK);
});
