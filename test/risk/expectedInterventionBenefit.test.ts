import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectedInterventionBenefit } from '../../src/risk/expectedInterventionBenefit.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { MANY } from '../rates/counts.ts';
import { fractionOf, nearestDouble, ulpsOff } from '../rates/exact.ts';
import { NO_FINITE_NUMBERS, NO_QUANTITIES_NOR_NAN, readsItsSubject, refusesField } from '../rates/wrongSubjects.ts';

const CALL = { churnProbability: 0.5, successProbability: 0.25, valueKept: 800, cost: 40 };

describe('expectedInterventionBenefit', () => {
  test('is chance of leaving x chance that it works x value kept, less the cost', () => {
    // One half of a quarter of 800 is 100.
    expect(expectedInterventionBenefit(CALL)).toBe(60);
  });

  test('is the cost where nothing can be won: nobody leaves, nothing works, or nothing is kept', () => {
    for (const field of ['churnProbability', 'successProbability', 'valueKept'])
      expect(expectedInterventionBenefit({ ...CALL, [field]: 0 })).toBe(-40);
  });

  test('is below the cost where those kept are a loss', () => {
    expect(expectedInterventionBenefit({ ...CALL, valueKept: -80 })).toBe(-50);
  });

  test('is 0, and not -0, where there is neither gain nor cost', () => {
    for (const valueKept of [0, -0, -5])
      expect(expectedInterventionBenefit({ ...CALL, churnProbability: 0, valueKept, cost: 0 })).toBe(0);
  });

  test('of costs of -0 too', () => {
    expect(expectedInterventionBenefit({ ...CALL, valueKept: -0, cost: -0 })).toBe(0);
  });

  test('is NaN where a part is', () => {
    for (const field of Object.keys(CALL))
      expect(expectedInterventionBenefit({ ...CALL, [field]: Number.NaN })).toBeNaN();
  });

  test('is within rounding of the exact figure', () => {
    const anyShare = fc.double({ min: 0, max: 1, noNaN: true });
    const anyMoney = fc.double({ min: 0, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(anyShare, anyShare, anyMoney, anyMoney, (churnProbability, successProbability, valueKept, cost) => {
        const [p, s, v, c] = [churnProbability, successProbability, valueKept, cost].map(fractionOf);
        const gain = {
          numerator: p!.numerator * s!.numerator * v!.numerator,
          denominator: p!.denominator * s!.denominator * v!.denominator,
        };
        const exact = {
          numerator: gain.numerator * c!.denominator - c!.numerator * gain.denominator,
          denominator: gain.denominator * c!.denominator,
        };
        const found = expectedInterventionBenefit({ churnProbability, successProbability, valueKept, cost });
        // Products below 1e-300 lose digits; else three roundings, each of at most half a unit of the larger of the two that are taken from each other.
        const larger = Math.max(nearestDouble(gain), cost);
        expect(Math.abs(found - nearestDouble(exact))).toBeLessThanOrEqual(2 * Number.EPSILON * larger + 1e-300);
        if (cost === 0 && nearestDouble(gain) > 1e-290) expect(ulpsOff(found, gain)).toBeLessThanOrEqual(2);
      }),
      { numRuns: MANY.numRuns / 10 },
    );
  });

  test('refuses probabilities above 1, such as percents', () => {
    for (const field of ['churnProbability', 'successProbability'])
      expect(refusalOf(() => expectedInterventionBenefit({ ...CALL, [field]: 25 }))).toMatchObject({
        ...{ code: 'above-limit', path: [field], received: '25', expected: 'a fraction from 0 to 1' },
      });
  });

  for (const field of ['churnProbability', 'successProbability', 'cost'])
    refusesField(
      expectedInterventionBenefit,
      CALL,
      field,
      ...(['not-a-quantity', 'a finite number of at least 0', NO_QUANTITIES_NOR_NAN] as const),
    );
  refusesField(expectedInterventionBenefit, CALL, 'valueKept', 'not-a-number', 'a finite number', NO_FINITE_NUMBERS);
  readsItsSubject(expectedInterventionBenefit, 'parts', CALL);
});
