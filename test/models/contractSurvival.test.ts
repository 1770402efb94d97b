import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { logGammaCross, logSurvival, logSurvivalOver } from '../../src/models/contractSurvival.ts';
import { runs } from '../laws/runs.ts';

/** x, one, other and the function, from mpmath 1.3 at 400 digits. */
const CROSS: readonly (readonly [x: number, one: number, other: number, value: number])[] = [
  [1, 1, 1, Math.LN2],
  [0.001, 0.5, 3, 6.844781749696992],
  [1e-300, 1, 1, 690.7755278982137],
  [2.5, 1e-12, 1e-3, 4.902396913788691e-16],
  [12.5, 3.25, 0.125, 0.029807658518591282],
  [1e8, 1e-3, 1e-3, 1.0000000049900001e-14],
  [1e12, 2, 1, 1.999999999998e-12],
  [0.7, 1e10, 4, 89.62786582085792],
  [0.7, 1e10, 1e10, 13862943606.074293],
  [1e6, 1e6, 1e6, 523248.28760561184],
  [3, 0.7, 1e200, 321.62698787306095],
  [9.9999, 1e-9, 1e5, 9.261278387031794e-9],
];

const parameter = fc.double({ min: Math.log(1e-3), max: Math.log(1e3), noNaN: true }).map(Math.exp);
const power = fc.oneof(fc.constant(1), fc.double({ min: 0.05, max: 4, noNaN: true }));
const shape = fc.record({ alpha: parameter, beta: parameter, power });

describe('the difference of four gammas', () => {
  test.each(CROSS)('of %d, %d and %d is right to 3 in 10^14', (x, one, other, value) => {
    expect(Math.abs(logGammaCross(x, one, other) / value - 1)).toBeLessThan(3e-14);
  });

  test('does not care which step comes first', () => {
    fc.assert(
      fc.property(parameter, parameter, parameter, (x, one, other) => {
        const value = logGammaCross(x, one, other);
        expect(Math.abs(logGammaCross(x, other, one) - value)).toBeLessThanOrEqual(1e-13 * value);
      }),
      runs(200),
    );
  });
});

describe('the survival of a contract', () => {
  test("is the product of the chances to renew, where a customer's own chance does not change", () => {
    const fraction = fc.record({ alpha: fc.integer({ min: 1, max: 60 }), beta: fc.integer({ min: 1, max: 60 }) });
    fc.assert(
      fc.property(fraction, fc.nat(30), fc.integer({ min: 1, max: 40 }), ({ alpha, beta }, renewals, periods) => {
        // Parameters in quarters, so that every factor is a fraction of whole numbers.
        let over = 1n;
        let under = 1n;
        for (let t = renewals; t < renewals + periods; t++) {
          over *= BigInt(beta + 4 * t);
          under *= BigInt(alpha + beta + 4 * t);
        }
        const exact = Number((over * 10n ** 40n) / under) / 1e40;
        const value = Math.exp(logSurvival({ alpha: alpha / 4, beta: beta / 4, power: 1 }, renewals, periods));
        expect(Math.abs(value - exact)).toBeLessThanOrEqual(1e-13 * exact + 1e-38);
      }),
      runs(200),
    );
  });

  test('is b / (b + t^c) for alpha 1', () => {
    for (const c of [0.3, 1, 2, 3.5])
      for (const t of [1, 2, 7, 50])
        expect(Math.exp(logSurvival({ alpha: 1, beta: 2, power: c }, 0, t))).toBeCloseTo(2 / (2 + t ** c), 14);
  });

  test('starts at 1, never rises and stays above or at 0', () => {
    fc.assert(
      fc.property(shape, fc.nat(1000), fc.nat(1000), (one, renewals, periods) => {
        expect(logSurvival(one, renewals, 0)).toBe(0);
        const now = logSurvival(one, renewals, periods);
        expect(now).toBeLessThanOrEqual(0);
        expect(logSurvival(one, renewals, periods + 1)).toBeLessThanOrEqual(now + 1e-13 * Math.abs(now));
      }),
      runs(300),
    );
  });

  test('in two steps is that in one', () => {
    fc.assert(
      fc.property(shape, fc.nat(200), fc.nat(200), (one, first, second) => {
        const whole = logSurvival(one, 0, first + second);
        const parts = logSurvival(one, 0, first) + logSurvival(one, first, second);
        expect(Math.abs(parts - whole)).toBeLessThanOrEqual(2e-13 * Math.abs(whole));
      }),
      runs(300),
    );
  });

  test('by the growth of the tenure is that by renewals', () => {
    for (const c of [0.4, 1, 1.7]) {
      const one = { alpha: 0.8, beta: 2.5, power: c };
      expect(logSurvivalOver(one, 8, Math.log(3))).toBeCloseTo(logSurvival(one, 8, 16), 13);
    }
  });

  test('falls like a power of the tenure far out, also where the power itself is beyond all numbers', () => {
    const one = { alpha: 0.5, beta: 2, power: 90 };
    // From 10^3 to 10^4 renewals by the factor 10^-45.
    expect(logSurvival(one, 1e3, 9e3) / Math.LN10).toBeCloseTo(-45, 10);
    expect(logSurvival(one, 1e4, 9e4) / Math.LN10).toBeCloseTo(-45, 10);
    // Gamma(5/2) / Gamma(2) = 3 sqrt(pi) / 4, and 10^(4 x 90) units to the power of -1/2.
    const expected = Math.log((3 * Math.sqrt(Math.PI)) / 4) - 0.5 * 90 * Math.log(1e4);
    expect(Math.abs(logSurvival(one, 0, 1e4) / expected - 1)).toBeLessThan(1e-14);
  });
});
