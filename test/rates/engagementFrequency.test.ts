import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { engagementFrequency } from '../../src/rates/engagementFrequency.ts';
import { anyCount, MANY } from './counts.ts';
import { nearestDouble, quotientOf } from './exact.ts';
import { readsItsSubject, refusesQuantities } from './wrongSubjects.ts';

const TEXTBOOK = { activities: 900, customers: 200 };

describe('engagementFrequency', () => {
  test('is the activities over the customers', () => {
    expect(engagementFrequency(TEXTBOOK)).toBe(4.5);
  });

  test('may be below 1, where customers without an activity count too', () => {
    expect(engagementFrequency({ activities: 50, customers: 200 })).toBe(0.25);
    expect(engagementFrequency({ activities: 0, customers: 200 })).toBe(0);
  });

  test('is NaN of no customer, and never infinite, even where there were activities', () => {
    expect(engagementFrequency({ activities: 0, customers: 0 })).toBeNaN();
    expect(engagementFrequency({ activities: 5, customers: 0 })).toBeNaN();
  });

  test('is correctly rounded for whole counts', () => {
    fc.assert(
      fc.property(anyCount, anyCount, (activities, customers) => {
        fc.pre(customers > 0);
        expect(engagementFrequency({ activities, customers })).toBe(nearestDouble(quotientOf(activities, customers)));
      }),
      MANY,
    );
  });

  refusesQuantities(engagementFrequency, TEXTBOOK, ['activities', 'customers']);
  readsItsSubject(engagementFrequency, 'counts', TEXTBOOK);
});
