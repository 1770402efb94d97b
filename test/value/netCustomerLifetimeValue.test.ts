import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { customerLifetimeValue } from '../../src/value/customerLifetimeValue.ts';
import { netCustomerLifetimeValue } from '../../src/value/netCustomerLifetimeValue.ts';
import { anyQuantity } from '../rates/counts.ts';
import { NO_FINITE_NUMBERS, NO_QUANTITIES_NOR_NAN, readsItsSubject, refusesField } from '../rates/wrongSubjects.ts';

const TEXTBOOK = { averageOrderValue: 40, purchaseFrequency: 3, lifespan: 5, acquisitionCost: 90 };

describe('netCustomerLifetimeValue', () => {
  test('is the value before the cost of acquisition, less that cost', () => {
    expect(netCustomerLifetimeValue(TEXTBOOK)).toBe(510);
  });

  test('is negative where winning the customer cost more than they bring', () => {
    expect(netCustomerLifetimeValue({ ...TEXTBOOK, acquisitionCost: 700 })).toBe(-100);
    expect(netCustomerLifetimeValue({ ...TEXTBOOK, averageOrderValue: -1 })).toBe(-105);
  });

  test('is the value itself where winning cost nothing', () => {
    fc.assert(
      fc.property(anyQuantity, anyQuantity, anyQuantity, (averageOrderValue, purchaseFrequency, lifespan) => {
        const parts = { averageOrderValue, purchaseFrequency, lifespan };
        expect(netCustomerLifetimeValue({ ...parts, acquisitionCost: 0 })).toBe(customerLifetimeValue(parts));
      }),
    );
  });

  test('falls by as much as the cost rises, exactly for whole money', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(100), fc.nat(100), fc.nat(1e6), (value, frequency, lifespan, cost) => {
        const parts = { averageOrderValue: value, purchaseFrequency: frequency, lifespan, acquisitionCost: cost };
        expect(netCustomerLifetimeValue(parts)).toBe(value * frequency * lifespan - cost);
        expect(netCustomerLifetimeValue({ ...parts, acquisitionCost: cost + 7 })).toBe(
          netCustomerLifetimeValue(parts) - 7,
        );
      }),
    );
  });

  test('lets NaN, the rate of empty data, through from any part', () => {
    for (const part of Object.keys(TEXTBOOK))
      expect(netCustomerLifetimeValue({ ...TEXTBOOK, [part]: Number.NaN })).toBeNaN();
  });

  const rule = 'a finite number of at least 0';
  refusesField(
    netCustomerLifetimeValue,
    TEXTBOOK,
    'averageOrderValue',
    'not-a-number',
    'a finite number',
    NO_FINITE_NUMBERS,
  );
  for (const part of ['purchaseFrequency', 'lifespan', 'acquisitionCost'])
    refusesField(netCustomerLifetimeValue, TEXTBOOK, part, 'not-a-quantity', rule, NO_QUANTITIES_NOR_NAN);
  readsItsSubject(netCustomerLifetimeValue, 'parts', TEXTBOOK);
});
