import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { growthRateOverPeriods } from '../../src/rates/growthRateOverPeriods.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { type Fraction, fractionOf, ulpsApart, ulpsOff } from './exact.ts';
import { NO_FINITE_NUMBERS, readsItsSubject, refusesField, refusesQuantities } from './wrongSubjects.ts';

const over = (growthRate: number, periods: number): number => growthRateOverPeriods({ growthRate, periods });

/** (1 + rate)^periods - 1 without rounding, for a whole number of periods. */
function exactGrowth(rate: number, periods: number): Fraction {
  const { numerator, denominator } = fractionOf(rate);
  const all = denominator ** BigInt(periods);
  return { numerator: (denominator + numerator) ** BigInt(periods) - all, denominator: all };
}

describe('growthRateOverPeriods', () => {
  test('grows of what has grown: 10 % twice are 21 %', () => {
    expect(ulpsApart(over(0.1, 2), 0.21)).toBeLessThanOrEqual(4);
    expect(ulpsApart(over(1, 10), 1023)).toBeLessThanOrEqual(16);
  });

  test('shrinks likewise: half of a half is a quarter', () => {
    expect(ulpsApart(over(-0.5, 2), -0.75)).toBeLessThanOrEqual(1);
  });

  test('who lost all has lost all, and no growth stays none', () => {
    for (const periods of [1 / 12, 0.5, 1, 2, 12, 1e9]) {
      expect(over(-1, periods)).toBe(-1);
      expect(over(0, periods)).toBe(0);
    }
  });

  test('over no period nothing grows, and over one by the rate itself', () => {
    for (const rate of [-1, -0.3, 0, 5e-324, 0.3, 7]) {
      expect(over(rate, 0)).toBe(0);
      expect(over(rate, 1)).toBe(rate);
    }
  });

  test('keeps the digits of tiny rates, of either sign', () => {
    // 12e-12 + 66e-24 + 220e-36 + …, and 12e-12 - 66e-24 + 220e-36 - …
    expect(ulpsApart(over(1e-12, 12), Number('1.200000000006600000000022e-11'))).toBeLessThanOrEqual(2);
    expect(ulpsApart(-over(-1e-12, 12), Number('1.199999999993400000000022e-11'))).toBeLessThanOrEqual(2);
  });

  test('is as near to exact compounding as the logarithm of the result allows', () => {
    fc.assert(
      fc.property(fc.double({ min: -0.9, max: 1, noNaN: true }), fc.constantFrom(2, 4, 12, 52), (rate, periods) => {
        fc.pre(Math.abs(rate) > 1e-300);
        const allowed = 4 + 2 * periods * Math.max(0, Math.log1p(rate));
        expect(ulpsOff(over(rate, periods), exactGrowth(rate, periods))).toBeLessThanOrEqual(allowed);
      }),
      runs(1000),
    );
  });

  test('monthly rates of up to 10 % come back from the year within 4 units in the last place', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 0.1, noNaN: true }), (monthly) => {
        expect(ulpsApart(over(over(monthly, 12), 1 / 12), monthly)).toBeLessThanOrEqual(4);
      }),
      runs(1000),
    );
  });

  test('never falls below -1', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1, max: 1e6, noNaN: true }),
        fc.double({ min: 0, max: 1000, noNaN: true }),
        (rate, periods) => over(rate, periods) >= -1,
      ),
    );
  });

  test('lets NaN, the rate of no customers, through', () => {
    expect(over(Number.NaN, 12)).toBeNaN();
  });

  test('refuses a loss of more than all, by code, name and value', () => {
    const error = refusalOf(() => over(-1.5, 12));
    expect([error.code, error.path, error.received]).toEqual(['below-limit', ['growthRate'], '-1.5']);
    expect(error.message).toBe('growthRateOverPeriods: "growthRate" must be at least -1; received -1.5');
  });

  const textbook = { growthRate: 0.1, periods: 2 };
  refusesQuantities(growthRateOverPeriods, textbook, ['periods']);
  refusesField(growthRateOverPeriods, textbook, 'growthRate', 'not-a-number', 'a finite number', NO_FINITE_NUMBERS);
  readsItsSubject(growthRateOverPeriods, 'input', textbook);
});
