import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { customerGrowthRate } from '../../src/rates/customerGrowthRate.ts';
import { anyCount, MANY } from './counts.ts';
import { nearestDouble, quotientOf } from './exact.ts';
import { readsItsSubject, refusesQuantities } from './wrongSubjects.ts';

const TEXTBOOK = { customersAtStart: 200, customersAtEnd: 210 };

describe('customerGrowthRate', () => {
  test('is the growth over the customers at the start', () => {
    expect(customerGrowthRate(TEXTBOOK)).toBe(0.05);
  });

  test('is negative where customers went, -1 where all did, 0 where nothing changed', () => {
    expect(customerGrowthRate({ customersAtStart: 200, customersAtEnd: 150 })).toBe(-0.25);
    expect(customerGrowthRate({ customersAtStart: 200, customersAtEnd: 0 })).toBe(-1);
    expect(customerGrowthRate({ customersAtStart: 200, customersAtEnd: 200 })).toBe(0);
  });

  test('has no upper end', () => {
    expect(customerGrowthRate({ customersAtStart: 1, customersAtEnd: 1001 })).toBe(1000);
  });

  test('is NaN where there was nobody at the start, however many came', () => {
    expect(customerGrowthRate({ customersAtStart: 0, customersAtEnd: 0 })).toBeNaN();
    expect(customerGrowthRate({ customersAtStart: 0, customersAtEnd: 5 })).toBeNaN();
  });

  test('is correctly rounded for whole counts', () => {
    fc.assert(
      fc.property(anyCount, anyCount, (customersAtStart, customersAtEnd) => {
        const rate = customerGrowthRate({ customersAtStart, customersAtEnd });
        if (customersAtStart === 0) expect(rate).toBeNaN();
        else expect(rate).toBe(nearestDouble(quotientOf(customersAtEnd - customersAtStart, customersAtStart)));
      }),
      MANY,
    );
  });

  refusesQuantities(customerGrowthRate, TEXTBOOK, ['customersAtStart', 'customersAtEnd']);
  readsItsSubject(customerGrowthRate, 'counts', TEXTBOOK);
});
