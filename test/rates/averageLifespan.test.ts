import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { averageLifespan } from '../../src/rates/averageLifespan.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { MANY } from './counts.ts';
import { nearestDouble, quotientOf } from './exact.ts';
import { NO_QUANTITIES_NOR_NAN, readsItsSubject, refusesField } from './wrongSubjects.ts';

describe('averageLifespan', () => {
  test('is one over the churn rate', () => {
    expect(averageLifespan({ churnRate: 0.05 })).toBe(20);
    expect(averageLifespan({ churnRate: 1 })).toBe(1);
  });

  test('is the mean of the geometric lifetimes that a constant churn rate makes', () => {
    // Sum of k c (1 - c)^(k - 1), added up directly until the rest is below 1e-15.
    const churnRate = 0.2;
    let mean = 0;
    for (let period = 1; period < 400; period++) mean += period * churnRate * 0.8 ** (period - 1);
    expect(averageLifespan({ churnRate })).toBeCloseTo(mean, 12);
  });

  test('is NaN where nobody is lost: what was not seen to end has no known length', () => {
    expect(averageLifespan({ churnRate: 0 })).toBeNaN();
    expect(averageLifespan({ churnRate: -0 })).toBeNaN();
  });

  test('lets NaN, the churn rate of no customers, through', () => {
    expect(averageLifespan({ churnRate: Number.NaN })).toBeNaN();
  });

  test('refuses a rate above 1, as a percentage is, by code, name and value', () => {
    const error = refusalOf(() => averageLifespan({ churnRate: 5 }));
    expect([error.code, error.path, error.received]).toEqual(['above-limit', ['churnRate'], '5']);
    expect(error.message).toBe('averageLifespan: "churnRate" must be a fraction from 0 to 1; received 5');
  });

  test('is correctly rounded', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1, noNaN: true }), (churnRate) => {
        expect(averageLifespan({ churnRate })).toBe(nearestDouble(quotientOf(1, churnRate)));
      }),
      MANY,
    );
  });

  const rule = 'a finite number of at least 0';
  refusesField(averageLifespan, { churnRate: 0.05 }, 'churnRate', 'not-a-quantity', rule, NO_QUANTITIES_NOR_NAN);
  readsItsSubject(averageLifespan, 'input', { churnRate: 0.05 });
});
