import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contactingShare } from '../../src/support/contactingShare.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { anyPart, MANY } from '../rates/counts.ts';
import { nearestDouble, quotientOf } from '../rates/exact.ts';
import { readsItsSubject, refusesQuantities } from '../rates/wrongSubjects.ts';

const TEXTBOOK = { customers: 2000, contactingCustomers: 150 };

describe('contactingShare', () => {
  test('is those who asked over all customers', () => {
    expect(contactingShare(TEXTBOOK)).toBe(0.075);
  });

  test('is 0 of none and 1 of all', () => {
    expect(contactingShare({ customers: 120, contactingCustomers: 0 })).toBe(0);
    expect(contactingShare({ customers: 120, contactingCustomers: 120 })).toBe(1);
  });

  test('is NaN where there was no customer', () => {
    expect(contactingShare({ customers: 0, contactingCustomers: 0 })).toBeNaN();
  });

  test('refuses a part larger than the whole, by name and value', () => {
    const error = refusalOf(() => contactingShare({ customers: 120, contactingCustomers: 121 }));
    expect([error.code, error.path]).toEqual(['above-limit', ['contactingCustomers']]);
    expect(error.message).toBe(
      'contactingShare: "contactingCustomers" must be at most "customers" (120); received 121',
    );
  });

  test('takes what exceeds the whole by rounding only for the whole', () => {
    expect(contactingShare({ customers: 0.3, contactingCustomers: 0.1 + 0.2 })).toBe(1);
  });

  refusesQuantities(contactingShare, TEXTBOOK, ['customers', 'contactingCustomers']);
  readsItsSubject(contactingShare, 'counts', TEXTBOOK);
});

test('contactingShare of whole counts is correctly rounded', () => {
  fc.assert(
    fc.property(anyPart, ({ whole, part }) => {
      const found = contactingShare({ customers: whole, contactingCustomers: part });
      if (whole === 0) expect(found).toBeNaN();
      else expect(found).toBe(nearestDouble(quotientOf(part, whole)));
    }),
    MANY,
  );
});
