import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stickinessRatio } from '../../src/cohorts/stickinessRatio.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { anyQuantity, MANY } from '../rates/counts.ts';
import { nearestDouble, quotientOf } from '../rates/exact.ts';
import { readsItsSubject, refusesQuantities } from '../rates/wrongSubjects.ts';

const TEXTBOOK = { activeDays: 5600, days: 28, activeCustomers: 1000 };

describe('stickinessRatio', () => {
  test('is the mean of daily active customers over all active ones: 200 a day of 1000', () => {
    expect(stickinessRatio(TEXTBOOK)).toBe(0.2);
  });

  test('is 1 where everyone was active every day, and 1 over the days where everyone was active once', () => {
    expect(stickinessRatio({ activeDays: 28_000, days: 28, activeCustomers: 1000 })).toBe(1);
    expect(stickinessRatio({ activeDays: 1000, days: 28, activeCustomers: 1000 })).toBe(1 / 28);
  });

  test('takes one day over the customers of a longer time, too: the last day instead of the mean', () => {
    expect(stickinessRatio({ activeDays: 150, days: 1, activeCustomers: 1000 })).toBe(0.15);
  });

  test('is NaN where nobody was active or there is no day', () => {
    expect(stickinessRatio({ activeDays: 0, days: 28, activeCustomers: 0 })).toBeNaN();
    expect(stickinessRatio({ activeDays: 0, days: 0, activeCustomers: 1000 })).toBeNaN();
  });

  test('refuses more active days than all customers have together, by name and value', () => {
    const error = refusalOf(() => stickinessRatio({ activeDays: 28_001, days: 28, activeCustomers: 1000 }));
    expect([error.code, error.path]).toEqual(['above-limit', ['activeDays']]);
    expect(error.message).toBe(
      'stickinessRatio: "activeDays" must be at most "days x activeCustomers" (28000); received 28001',
    );
    expect(refusalOf(() => stickinessRatio({ activeDays: 1, days: 0, activeCustomers: 5 })).code).toBe('above-limit');
  });

  test('is correctly rounded for whole counts', () => {
    const counts = fc
      .record({ days: fc.integer({ min: 1, max: 366 }), activeCustomers: fc.integer({ min: 1, max: 1e9 }) })
      .chain((all) => fc.record({ all: fc.constant(all), activeDays: fc.nat(all.days * all.activeCustomers) }));
    fc.assert(
      fc.property(counts, ({ all: { days, activeCustomers }, activeDays }) => {
        const exact = nearestDouble(quotientOf(activeDays, days * activeCustomers));
        expect(stickinessRatio({ activeDays, days, activeCustomers })).toBe(exact);
      }),
      MANY,
    );
  });

  test('quantities that are not whole may miss the limit by rounding, and are 1 then, never above', () => {
    fc.assert(
      fc.property(anyQuantity, anyQuantity, (days, activeCustomers) => {
        fc.pre(days * activeCustomers > 1e-100);
        const most = days * activeCustomers * (1 + 2 * Number.EPSILON);
        const value = stickinessRatio({
          activeDays: Number.isInteger(most) ? days * activeCustomers : most,
          days,
          activeCustomers,
        });
        expect(value).toBe(1);
      }),
      MANY,
    );
  });

  refusesQuantities(stickinessRatio, TEXTBOOK, ['activeDays', 'days', 'activeCustomers']);
  readsItsSubject(stickinessRatio, 'counts', TEXTBOOK);
});
