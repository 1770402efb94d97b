import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { averageLifespan } from '../../src/rates/averageLifespan.ts';
import { customerLifetimeValue } from '../../src/value/customerLifetimeValue.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { anyQuantity, MANY } from '../rates/counts.ts';
import { fractionOf, ulpsOff } from '../rates/exact.ts';
import { NO_FINITE_NUMBERS, NO_QUANTITIES_NOR_NAN, readsItsSubject, refusesField } from '../rates/wrongSubjects.ts';

const TEXTBOOK = { averageOrderValue: 40, purchaseFrequency: 3, lifespan: 5 };
const anyMoney = fc.double({ min: -1e6, max: 1e6, noNaN: true }).filter((money) => Math.abs(money) > 1e-100);
const anyParts = fc.record({
  averageOrderValue: anyMoney,
  purchaseFrequency: anyQuantity.map((quantity) => quantity + 1),
  lifespan: anyQuantity.map((quantity) => quantity + 1e-3),
});

describe('customerLifetimeValue', () => {
  test('is order value times frequency times lifespan', () => {
    expect(customerLifetimeValue(TEXTBOOK)).toBe(600);
  });

  test('takes the lifespan that a churn rate makes: 5 % a year are 20 years', () => {
    const lifespan = averageLifespan({ churnRate: 0.05 });
    expect(customerLifetimeValue({ averageOrderValue: 25, purchaseFrequency: 2, lifespan })).toBe(1000);
  });

  test('is 0 where any part is, and negative where orders cost money', () => {
    for (const part of Object.keys(TEXTBOOK)) expect(customerLifetimeValue({ ...TEXTBOOK, [part]: 0 })).toBe(0);
    expect(customerLifetimeValue({ ...TEXTBOOK, averageOrderValue: -1 })).toBe(-15);
  });

  test('lets NaN, the rate of empty data, through from any part', () => {
    for (const part of Object.keys(TEXTBOOK))
      expect(customerLifetimeValue({ ...TEXTBOOK, [part]: Number.NaN })).toBeNaN();
  });

  test('still refuses what is wrong beside a NaN', () => {
    const parts = { averageOrderValue: Number.NaN, purchaseFrequency: -1, lifespan: 5 };
    expect(refusalOf(() => customerLifetimeValue(parts)).path).toEqual(['purchaseFrequency']);
  });

  test('refuses an endless life: averageLifespan of no churn is NaN, not Infinity', () => {
    expect(refusalOf(() => customerLifetimeValue({ ...TEXTBOOK, lifespan: Infinity })).code).toBe('not-a-quantity');
    expect(customerLifetimeValue({ ...TEXTBOOK, lifespan: averageLifespan({ churnRate: 0 }) })).toBeNaN();
  });

  test('is within 2 units in the last place of the exact product', () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        const factors = Object.values(parts).map(fractionOf);
        const exact = factors.reduce((one, other) => ({
          numerator: one.numerator * other.numerator,
          denominator: one.denominator * other.denominator,
        }));
        expect(ulpsOff(customerLifetimeValue(parts), exact)).toBeLessThanOrEqual(2);
      }),
      MANY,
    );
  });

  test('doubles exactly with any of its parts', () => {
    fc.assert(
      fc.property(anyParts, fc.constantFrom('averageOrderValue', 'purchaseFrequency', 'lifespan'), (parts, part) => {
        const doubled = { ...parts, [part]: 2 * parts[part] };
        expect(customerLifetimeValue(doubled)).toBe(2 * customerLifetimeValue(parts));
      }),
    );
  });

  const rule = 'a finite number of at least 0';
  refusesField(
    customerLifetimeValue,
    TEXTBOOK,
    'averageOrderValue',
    'not-a-number',
    'a finite number',
    NO_FINITE_NUMBERS,
  );
  for (const part of ['purchaseFrequency', 'lifespan'])
    refusesField(customerLifetimeValue, TEXTBOOK, part, 'not-a-quantity', rule, NO_QUANTITIES_NOR_NAN);
  readsItsSubject(customerLifetimeValue, 'parts', TEXTBOOK);
});
