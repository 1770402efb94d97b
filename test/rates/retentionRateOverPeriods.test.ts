import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { retentionRateOverPeriods } from '../../src/rates/retentionRateOverPeriods.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { anyShare } from './counts.ts';
import { fractionOf, ulpsApart, ulpsOff } from './exact.ts';
import { NO_QUANTITIES_NOR_NAN, readsItsSubject, refusesField, refusesQuantities } from './wrongSubjects.ts';

const over = (retentionRate: number, periods: number): number => retentionRateOverPeriods({ retentionRate, periods });

describe('retentionRateOverPeriods', () => {
  test('keeps of what is left: a half kept in each of three periods is an eighth', () => {
    expect(over(0.5, 3)).toBe(0.125);
    // The double nearest to 0.95 is off by up to half a unit, which twelve periods make six.
    expect(ulpsApart(over(0.95, 12), Number('0.540360087662636962890625'))).toBeLessThanOrEqual(8);
  });

  test('a rate of 1 keeps all for ever, and a rate of 0 nobody', () => {
    for (const periods of [1 / 12, 0.5, 1, 2, 12, 1e9]) {
      expect(over(1, periods)).toBe(1);
      expect(over(0, periods)).toBe(0);
    }
  });

  test('over no period all are kept, even at a rate of 0, and over one the rate itself', () => {
    for (const rate of [0, 5e-324, 0.3, 1]) {
      expect(over(rate, 0)).toBe(1);
      expect(over(rate, 1)).toBe(rate);
    }
  });

  test('is within 2 units in the last place of exact compounding', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.2, max: 1, noNaN: true }),
        fc.constantFrom(2, 3, 4, 12, 52, 365),
        (rate, periods) => {
          const { numerator, denominator } = fractionOf(rate);
          const exact = { numerator: numerator ** BigInt(periods), denominator: denominator ** BigInt(periods) };
          expect(ulpsOff(over(rate, periods), exact)).toBeLessThanOrEqual(2);
        },
      ),
      runs(1000),
    );
  });

  test('monthly rates of at least a half come back from the year within 4 units in the last place', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 1, noNaN: true }), (monthly) => {
        expect(ulpsApart(over(over(monthly, 12), 1 / 12), monthly)).toBeLessThanOrEqual(4);
      }),
      runs(1000),
    );
  });

  test('lies from 0 to 1', () => {
    fc.assert(
      fc.property(anyShare, fc.double({ min: 0, max: 1e300, noNaN: true }), (rate, periods) => {
        const kept = over(rate, periods);
        expect(kept >= 0 && kept <= 1).toBe(true);
      }),
    );
  });

  test('lets NaN, the rate of no customers, through, even over no period', () => {
    expect(over(Number.NaN, 12)).toBeNaN();
    expect(over(Number.NaN, 0)).toBeNaN();
  });

  test('refuses a rate above 1, as a percentage is, by code, name and value', () => {
    const error = refusalOf(() => over(95, 12));
    expect([error.code, error.path, error.received]).toEqual(['above-limit', ['retentionRate'], '95']);
  });

  const textbook = { retentionRate: 0.95, periods: 12 };
  const rule = 'a finite number of at least 0';
  refusesQuantities(retentionRateOverPeriods, textbook, ['periods']);
  refusesField(retentionRateOverPeriods, textbook, 'retentionRate', 'not-a-quantity', rule, NO_QUANTITIES_NOR_NAN);
  readsItsSubject(retentionRateOverPeriods, 'input', textbook);
});
