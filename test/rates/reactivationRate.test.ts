import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reactivationRate } from '../../src/rates/reactivationRate.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { anyPart, MANY } from './counts.ts';
import { nearestDouble, quotientOf } from './exact.ts';
import { readsItsSubject, refusesQuantities } from './wrongSubjects.ts';

const TEXTBOOK = { formerCustomersAtStart: 500, returnedCustomers: 20 };

describe('reactivationRate', () => {
  test('is the returned customers over the former ones', () => {
    expect(reactivationRate(TEXTBOOK)).toBe(0.04);
  });

  test('is NaN where there was no former customer', () => {
    expect(reactivationRate({ formerCustomersAtStart: 0, returnedCustomers: 0 })).toBeNaN();
  });

  test('refuses more returned customers than former ones, by code, name and value', () => {
    const error = refusalOf(() => reactivationRate({ formerCustomersAtStart: 5, returnedCustomers: 6 }));
    expect([error.code, error.path, error.received]).toEqual(['above-limit', ['returnedCustomers'], '6']);
    expect(error.message).toBe(
      'reactivationRate: "returnedCustomers" must be at most "formerCustomersAtStart" (5); received 6',
    );
  });

  test('is correctly rounded for whole counts', () => {
    fc.assert(
      fc.property(anyPart, ({ whole, part }) => {
        const rate = reactivationRate({ formerCustomersAtStart: whole, returnedCustomers: part });
        if (whole === 0) expect(rate).toBeNaN();
        else expect(rate).toBe(nearestDouble(quotientOf(part, whole)));
      }),
      MANY,
    );
  });

  refusesQuantities(reactivationRate, TEXTBOOK, ['formerCustomersAtStart', 'returnedCustomers']);
  readsItsSubject(reactivationRate, 'counts', TEXTBOOK);
});
