import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { customerLifetimeValue } from '../../src/value/customerLifetimeValue.ts';
import { grossMarginLifetimeValue } from '../../src/value/grossMarginLifetimeValue.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { anyQuantity } from '../rates/counts.ts';
import { NO_FINITE_NUMBERS, NO_QUANTITIES_NOR_NAN, readsItsSubject, refusesField } from '../rates/wrongSubjects.ts';

const TEXTBOOK = { averageOrderValue: 40, purchaseFrequency: 3, lifespan: 5, grossMargin: 0.25 };

describe('grossMarginLifetimeValue', () => {
  test('is the margin of all orders: 15 orders of 40 with a quarter of each left', () => {
    expect(grossMarginLifetimeValue(TEXTBOOK)).toBe(15 * 10);
  });

  test('is the value in revenue where the margin is 1, and 0 where nothing is left', () => {
    fc.assert(
      fc.property(anyQuantity, anyQuantity, anyQuantity, (averageOrderValue, purchaseFrequency, lifespan) => {
        const parts = { averageOrderValue, purchaseFrequency, lifespan };
        expect(grossMarginLifetimeValue({ ...parts, grossMargin: 1 })).toBe(customerLifetimeValue(parts));
        expect(grossMarginLifetimeValue({ ...parts, grossMargin: 0 })).toBe(0);
      }),
    );
  });

  test('is negative where things are sold below their cost', () => {
    expect(grossMarginLifetimeValue({ ...TEXTBOOK, grossMargin: -0.5 })).toBe(-300);
  });

  test('lets NaN, the rate of empty data, through from any part', () => {
    for (const part of Object.keys(TEXTBOOK))
      expect(grossMarginLifetimeValue({ ...TEXTBOOK, [part]: Number.NaN })).toBeNaN();
  });

  test.each([40, 1 + Number.EPSILON])(
    'refuses a margin of %d, as a percentage would be, by name and value',
    (margin) => {
      const error = refusalOf(() => grossMarginLifetimeValue({ ...TEXTBOOK, grossMargin: margin }));
      expect([error.code, error.path]).toEqual(['above-limit', ['grossMargin']]);
      expect(error.message).toBe(
        `grossMarginLifetimeValue: "grossMargin" must be a share of revenue, at most 1; received ${margin}`,
      );
    },
  );

  for (const field of ['averageOrderValue', 'grossMargin'])
    refusesField(grossMarginLifetimeValue, TEXTBOOK, field, 'not-a-number', 'a finite number', NO_FINITE_NUMBERS);
  for (const field of ['purchaseFrequency', 'lifespan']) {
    const rule = 'a finite number of at least 0';
    refusesField(grossMarginLifetimeValue, TEXTBOOK, field, 'not-a-quantity', rule, NO_QUANTITIES_NOR_NAN);
  }
  readsItsSubject(grossMarginLifetimeValue, 'parts', TEXTBOOK);
});
