import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { churnRateOverPeriods } from '../../src/rates/churnRateOverPeriods.ts';
import { retentionRateOverPeriods } from '../../src/rates/retentionRateOverPeriods.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { anyShare } from './counts.ts';
import { type Fraction, fractionOf, ulpsApart, ulpsOff } from './exact.ts';
import { NO_QUANTITIES_NOR_NAN, readsItsSubject, refusesField, refusesQuantities } from './wrongSubjects.ts';

const over = (churnRate: number, periods: number): number => churnRateOverPeriods({ churnRate, periods });

/** 1 - (1 - rate)^periods without rounding, for a whole number of periods. */
function exactLoss(rate: number, periods: number): Fraction {
  const { numerator, denominator } = fractionOf(rate);
  const all = denominator ** BigInt(periods);
  return { numerator: all - (denominator - numerator) ** BigInt(periods), denominator: all };
}

describe('churnRateOverPeriods', () => {
  test('loses of what is left: 5 % a month are 46 % a year, not 60 %', () => {
    // 1 - 0.95^12 = 1 - 0.540360087662636962890625
    expect(ulpsApart(over(0.05, 12), Number('0.459639912337363037109375'))).toBeLessThanOrEqual(4);
  });

  test('a half lost in each of two periods is three quarters', () => {
    expect(ulpsApart(over(0.5, 2), 0.75)).toBeLessThanOrEqual(1);
  });

  test('no rate loses nothing, and a rate of 1 loses all at once', () => {
    for (const periods of [1 / 12, 0.5, 1, 2, 12, 1e9]) {
      expect(over(0, periods)).toBe(0);
      expect(over(-0, periods)).toBe(0);
      expect(over(1, periods)).toBe(1);
    }
  });

  test('over no period nothing is lost, and over one the rate itself', () => {
    for (const rate of [0, 5e-324, 1e-12, 0.3, 1]) {
      expect(over(rate, 0)).toBe(0);
      expect(over(rate, 1)).toBe(rate);
    }
  });

  test('keeps the digits of tiny rates', () => {
    // 12e-12 - 66e-24 + 220e-36 - …; 1 - (1 - 1e-12) ** 12 has only four of these digits.
    expect(ulpsApart(over(1e-12, 12), Number('1.199999999993400000000022e-11'))).toBeLessThanOrEqual(2);
    expect(ulpsApart(over(1e-300, 12), 1.2e-299)).toBeLessThanOrEqual(2);
  });

  test('is within 4 units in the last place of exact compounding', () => {
    const rates = fc.oneof(
      anyShare,
      fc.double({ min: 0, max: 1e-6, noNaN: true }).filter((rate) => rate > 1e-300),
    );
    fc.assert(
      fc.property(rates, fc.constantFrom(2, 3, 4, 12, 52, 365), (rate, periods) => {
        fc.pre(rate > 0);
        expect(ulpsOff(over(rate, periods), exactLoss(rate, periods))).toBeLessThanOrEqual(4);
      }),
      runs(1000),
    );
  });

  test('a yearly rate made monthly compounds to it again: the exact year lies within 4 units around', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.9, noNaN: true }), (yearly) => {
        const monthly = over(yearly, 1 / 12);
        const unit = monthly * Number.EPSILON;
        const { numerator, denominator } = fractionOf(yearly);
        const isBelow = ({ numerator: over, denominator: under }: Fraction): boolean =>
          over * denominator < numerator * under;
        expect(isBelow(exactLoss(monthly - 4 * unit, 12))).toBe(true);
        expect(isBelow(exactLoss(monthly + 4 * unit, 12))).toBe(false);
      }),
      runs(500),
    );
  });

  test('monthly rates of up to 5 % come back from the year within 4 units in the last place', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 0.05, noNaN: true }), (monthly) => {
        expect(ulpsApart(over(over(monthly, 12), 1 / 12), monthly)).toBeLessThanOrEqual(4);
      }),
      runs(1000),
    );
  });

  test('is what retention leaves over, and lies from 0 to 1', () => {
    fc.assert(
      fc.property(anyShare, fc.double({ min: 0, max: 1000, noNaN: true }), (rate, periods) => {
        const lost = over(rate, periods);
        expect(lost >= 0 && lost <= 1).toBe(true);
        const kept = retentionRateOverPeriods({ retentionRate: 1 - rate, periods });
        expect(Math.abs(lost + kept - 1)).toBeLessThanOrEqual((4 + periods) * Number.EPSILON);
      }),
      runs(1000),
    );
  });

  test('lets NaN, the rate of no customers, through, but not NaN periods', () => {
    expect(over(Number.NaN, 12)).toBeNaN();
    expect(refusalOf(() => over(Number.NaN, Number.NaN)).path).toEqual(['periods']);
  });

  test('refuses a rate above 1, as a percentage is, by code, name and value', () => {
    const error = refusalOf(() => over(5, 12));
    expect([error.code, error.path, error.received]).toEqual(['above-limit', ['churnRate'], '5']);
    expect(error.message).toBe('churnRateOverPeriods: "churnRate" must be a fraction from 0 to 1; received 5');
  });

  const textbook = { churnRate: 0.05, periods: 12 };
  const rule = 'a finite number of at least 0';
  refusesQuantities(churnRateOverPeriods, textbook, ['periods']);
  refusesField(churnRateOverPeriods, textbook, 'churnRate', 'not-a-quantity', rule, NO_QUANTITIES_NOR_NAN);
  readsItsSubject(churnRateOverPeriods, 'input', textbook);
});
