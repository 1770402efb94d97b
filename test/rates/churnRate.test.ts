import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { churnRate } from '../../src/rates/churnRate.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { anyPart, MANY } from './counts.ts';
import { nearestDouble, quotientOf } from './exact.ts';
import { readsItsSubject, refusesQuantities } from './wrongSubjects.ts';

const TEXTBOOK = { customersAtStart: 200, lostCustomers: 30 };

describe('churnRate', () => {
  test('is the lost customers over those at the start', () => {
    expect(churnRate(TEXTBOOK)).toBe(0.15);
  });

  test('is 0 where nobody was lost and 1 where everyone was', () => {
    expect(churnRate({ customersAtStart: 3, lostCustomers: 0 })).toBe(0);
    expect(churnRate({ customersAtStart: 3, lostCustomers: 3 })).toBe(1);
  });

  test('is NaN where there was nobody at the start', () => {
    expect(churnRate({ customersAtStart: 0, lostCustomers: 0 })).toBeNaN();
  });

  test('is not 1 - retention, which would lose digits: 1 of 49 is the double nearest to it', () => {
    expect(churnRate({ customersAtStart: 49, lostCustomers: 1 })).toBe(0.02040816326530612);
    expect(1 - 48 / 49).not.toBe(0.02040816326530612);
  });

  test('refuses more lost customers than there were, by code, name and value', () => {
    const error = refusalOf(() => churnRate({ customersAtStart: 200, lostCustomers: 201 }));
    expect([error.code, error.path, error.received]).toEqual(['above-limit', ['lostCustomers'], '201']);
    expect(error.message).toBe('churnRate: "lostCustomers" must be at most "customersAtStart" (200); received 201');
  });

  test('takes what exceeds its limit by rounding only for the limit', () => {
    expect(churnRate({ customersAtStart: 0.3, lostCustomers: 0.1 + 0.2 })).toBe(1);
    const above = { customersAtStart: 0.3, lostCustomers: 0.3 * (1 + 9 * Number.EPSILON) };
    expect(refusalOf(() => churnRate(above)).code).toBe('above-limit');
  });

  test('is correctly rounded for whole counts', () => {
    fc.assert(
      fc.property(anyPart, ({ whole, part }) => {
        const rate = churnRate({ customersAtStart: whole, lostCustomers: part });
        if (whole === 0) expect(rate).toBeNaN();
        else expect(rate).toBe(nearestDouble(quotientOf(part, whole)));
      }),
      MANY,
    );
  });

  refusesQuantities(churnRate, TEXTBOOK, ['customersAtStart', 'lostCustomers']);
  readsItsSubject(churnRate, 'counts', TEXTBOOK);
});
