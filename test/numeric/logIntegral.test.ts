import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { logIntegral } from '../../src/numeric/logIntegral.ts';
import { logIntegralOfPeak } from '../../src/numeric/logIntegralOfPeak.ts';
import { logBeta } from '../../src/numeric/special/logBeta.ts';
import { logGamma } from '../../src/numeric/special/logGamma.ts';

const shape = fc.double({ min: 0.1, max: 500, noNaN: true });

describe('logIntegral', () => {
  test('of constants', () => {
    expect(logIntegral(() => 0, 2, 5)).toBeCloseTo(Math.log(3), 14);
    expect(logIntegral(() => 5000, 2, 5)).toBeCloseTo(5000 + Math.log(3), 11);
    expect(logIntegral(() => -5000, 2, 5)).toBeCloseTo(-5000 + Math.log(3), 11);
  });

  test('an exponential far beyond every double, over the point itself: e^5002 - e^5000', () => {
    const value = logIntegral((x) => x, 5000, 5002);
    expect(Math.abs(value - 5000 - Math.log(Math.expm1(2)))).toBeLessThan(3e-12);
    expect(Math.abs(logIntegral((x) => -x, 0, 2) - Math.log(-Math.expm1(-2)))).toBeLessThan(1e-14);
  });

  test('a peak in the middle takes no more than some hundred evaluations: what is negligible beside it is left out', () => {
    let calls = 0;
    const value = logIntegral(
      (x) => {
        calls++;
        return -((x / 0.02) ** 2) / 2;
      },
      -1,
      1,
    );
    expect(Math.abs(value - Math.log(0.02 * Math.sqrt(2 * Math.PI)))).toBeLessThan(1e-13);
    expect(calls).toBeLessThan(400);
  });

  test('beta functions, whose integrand may be infinite at the ends or below every double', () => {
    fc.assert(
      fc.property(shape, shape, (a, b) => {
        const value = logIntegral(
          (_, fromStart, toEnd) => (a - 1) * Math.log(fromStart) + (b - 1) * Math.log(toEnd),
          0,
          1,
        );
        const log = logBeta(a, b);
        expect(Math.abs(value - log)).toBeLessThan(1e-12 + 1e-14 * Math.abs(log));
      }),
    );
  });

  test('an integrand of 0 in places counts as that, and one of 0 throughout gives -Infinity', () => {
    expect(logIntegral(() => -Infinity, 0, 1)).toBe(-Infinity);
    expect(logIntegral(() => 0, 1, 1)).toBe(-Infinity);
    const half = logIntegral((_, fromStart, toEnd) => (fromStart < 1e-200 || toEnd < 1e-200 ? -Infinity : 0), 0, 1);
    expect(Math.abs(half)).toBeLessThan(1e-14);
  });

  test('NaN anywhere is NaN', () => {
    expect(logIntegral((x) => (x < 0.4 ? Number.NaN : 0), 0, 1)).toBeNaN();
  });
});

describe('logIntegralOfPeak', () => {
  test('the normal law, wherever it lies and however narrow it is', () => {
    for (const sd of [1e-2, 1, 1e4]) {
      for (const mean of [-100, 0, 7]) {
        const value = logIntegralOfPeak((w) => 1000 - ((w - mean) / sd) ** 2 / 2, mean, sd);
        expect(Math.abs(value - 1000 - Math.log(sd * Math.sqrt(2 * Math.PI)))).toBeLessThan(1e-12);
      }
    }
  });

  test('the gamma function over the logarithm, from sharp peaks to long tails', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1000, noNaN: true }), (a) => {
        const value = logIntegralOfPeak((w) => a * w - Math.exp(w), Math.log(a), 1 / Math.max(1, Math.sqrt(a)));
        const log = logGamma(a);
        expect(Math.abs(value - log)).toBeLessThan(1e-12 + 4e-15 * Math.abs(log));
      }),
    );
  });

  test('a scale that is off by a factor of five costs time, not digits', () => {
    for (const factor of [0.2, 1, 5]) {
      const value = logIntegralOfPeak((w) => -Math.log(Math.cosh(w)), 0, factor);
      expect(Math.abs(value - Math.log(Math.PI))).toBeLessThan(1e-13);
    }
  });
});
