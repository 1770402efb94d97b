import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lifecycleQuickRatio } from '../../src/cohorts/lifecycleQuickRatio.ts';
import { anyCount, MANY } from '../rates/counts.ts';
import { nearestDouble, quotientOf } from '../rates/exact.ts';
import { NO_QUANTITIES_NOR_NAN, readsItsSubject, refusesField, refusesQuantities } from '../rates/wrongSubjects.ts';

const TEXTBOOK = { newCustomers: 60, resurrectedCustomers: 15, dormantCustomers: 50 };

describe('lifecycleQuickRatio', () => {
  test('is those who became active over those who ceased to be', () => {
    expect(lifecycleQuickRatio(TEXTBOOK)).toBe(1.5);
  });

  test('is 1 where as many came as went, and 0 where nobody came', () => {
    expect(lifecycleQuickRatio({ newCustomers: 3, resurrectedCustomers: 4, dormantCustomers: 7 })).toBe(1);
    expect(lifecycleQuickRatio({ newCustomers: 0, resurrectedCustomers: 0, dormantCustomers: 7 })).toBe(0);
  });

  test('is NaN where nobody fell silent, and never infinite', () => {
    expect(lifecycleQuickRatio({ newCustomers: 5, resurrectedCustomers: 0, dormantCustomers: 0 })).toBeNaN();
    expect(lifecycleQuickRatio({ newCustomers: 0, resurrectedCustomers: 0, dormantCustomers: 0 })).toBeNaN();
  });

  test('is NaN of a period that is not over, whose dormant customers are NaN', () => {
    expect(lifecycleQuickRatio({ ...TEXTBOOK, dormantCustomers: Number.NaN })).toBeNaN();
  });

  test('is correctly rounded for whole counts', () => {
    const half = anyCount.map((count) => Math.floor(count / 2));
    fc.assert(
      fc.property(half, half, anyCount, (newCustomers, resurrectedCustomers, dormantCustomers) => {
        fc.pre(dormantCustomers > 0);
        expect(lifecycleQuickRatio({ newCustomers, resurrectedCustomers, dormantCustomers })).toBe(
          nearestDouble(quotientOf(newCustomers + resurrectedCustomers, dormantCustomers)),
        );
      }),
      MANY,
    );
  });

  refusesQuantities(lifecycleQuickRatio, TEXTBOOK, ['newCustomers', 'resurrectedCustomers']);
  const rule = 'a finite number of at least 0';
  refusesField(lifecycleQuickRatio, TEXTBOOK, 'dormantCustomers', 'not-a-quantity', rule, NO_QUANTITIES_NOR_NAN);
  readsItsSubject(lifecycleQuickRatio, 'flows', TEXTBOOK);
});
