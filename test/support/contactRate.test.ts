import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contactRate } from '../../src/support/contactRate.ts';
import { anyCount, MANY } from '../rates/counts.ts';
import { nearestDouble, quotientOf } from '../rates/exact.ts';
import { readsItsSubject, refusesQuantities } from '../rates/wrongSubjects.ts';

const TEXTBOOK = { openedTickets: 160, customers: 2000 };

describe('contactRate', () => {
  test('is tickets per customer', () => {
    expect(contactRate(TEXTBOOK)).toBe(0.08);
    expect(contactRate({ openedTickets: 7.5, customers: 2.5 })).toBe(3);
  });

  test('is 0 without a ticket and NaN without a customer', () => {
    expect(contactRate({ openedTickets: 0, customers: 2000 })).toBe(0);
    expect(contactRate({ openedTickets: 0, customers: 0 })).toBeNaN();
    expect(contactRate({ openedTickets: 160, customers: 0 })).toBeNaN();
  });

  refusesQuantities(contactRate, TEXTBOOK, ['openedTickets', 'customers']);
  readsItsSubject(contactRate, 'counts', TEXTBOOK);
});

test('contactRate of whole counts is correctly rounded', () => {
  fc.assert(
    fc.property(anyCount, anyCount, (openedTickets, customers) => {
      fc.pre(customers > 0);
      const exact = nearestDouble(quotientOf(openedTickets, customers));
      expect(contactRate({ openedTickets, customers })).toBe(exact);
    }),
    MANY,
  );
});
