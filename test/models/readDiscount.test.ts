import { describe, expect, test } from 'vitest';
import { readDiscount } from '../../src/models/readDiscount.ts';
import { refusalOf } from '../core/refusalOf.ts';

describe('a discount', () => {
  test('is 0 where none is given, or both are undefined', () => {
    expect(readDiscount('metric', {})).toBe(0);
    expect(readDiscount('metric', { discountRate: undefined, continuousDiscountRate: undefined } as never)).toBe(0);
  });

  test('by the period is the continuous rate ln(1 + rate), also where that is tiny', () => {
    expect(readDiscount('metric', { discountRate: 0.1 })).toBeCloseTo(0.09531017980432487, 16);
    expect(readDiscount('metric', { discountRate: 1e-18 })).toBe(1e-18);
    expect(readDiscount('metric', { discountRate: 0 })).toBe(0);
  });

  test('that is continuous is taken as it is', () => {
    expect(readDiscount('metric', { continuousDiscountRate: 0.15 })).toBe(0.15);
  });

  test('given twice is refused, even where the two are one', () => {
    const error = refusalOf(() => readDiscount('metric', { discountRate: 0, continuousDiscountRate: 0 }));
    expect(error.code).toBe('not-an-option');
    expect(error.message).toBe(
      'metric: "discountRate" must be left out where "continuousDiscountRate" is given; received 0',
    );
  });

  test.each([['discountRate'], ['continuousDiscountRate']])(
    '"%s" below 0, NaN or of another kind is refused',
    (name) => {
      for (const value of [-0.01, Number.NaN, Infinity, '0.1', null]) {
        const error = refusalOf(() => readDiscount('metric', { [name]: value }));
        expect(error.code).toBe('not-a-quantity');
        expect(error.path).toEqual([name]);
      }
    },
  );
});
