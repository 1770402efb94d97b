import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectedPayments } from '../../src/models/contractLifetime.ts';
import { logSurvival } from '../../src/models/contractSurvival.ts';
import { runs } from '../laws/runs.ts';

const ALL = { renewals: 0, first: 0, end: Infinity, now: 0, rate: 0 };

/** How far a value is from what it should be, as a share of it. */
function error(value: number, exact: number): number {
  return Math.abs(value / exact - 1);
}

/**
 * alpha, beta, c, renewals, and the undiscounted sum over all t: 200 terms, quadrature of the rest by its logarithm and
 * the Euler-Maclaurin formula with Taylor coefficients, in mpmath 1.3 at 130 digits.
 */
const ENDLESS: readonly (readonly [number, number, number, number, number])[] = [
  [3, 2, 0.8, 0, 2.529845019325143],
  [1.2, 5, 0.9, 3, 121.86710131443316],
  [0.8, 2, 1.5, 0, 8.911311881213779],
  [2, 1, 0.6, 10, 81.11678251798973],
  [0.26, 1.72, 4.5, 2, 12.482111213565213],
  [30, 4, 0.05, 0, 46982560325421240],
];

/** alpha, beta, renewals, the continuous rate and 2F1(1, beta + renewals; alpha + beta + renewals; e^-rate) by mpmath. */
const SLOW: readonly (readonly [number, number, number, number, number])[] = [
  [0.5, 2, 0, 1e-6, 2353.198609536259],
  [0.7, 1.2, 3, 1e-9, 3981.920720642304],
  [0.01, 1, 0, 1e-4, 9122.059311610326],
  [1.3, 4, 100, 1e-12, 347.2104958878341],
  [50, 80, 0, 1e-3, 2.628275040152341],
  [0.001, 1000, 0, 0.01, 100.49167364417715],
  [0.5, 1e6, 0, 1e-8, 15889284.987290222],
  [5, 1e-6, 0, 0.1, 1.0000002195979683],
];

describe('the expected payments', () => {
  test.each(ENDLESS)(
    'without end or discount, alpha %d, beta %d, c %d, %d renewals',
    (alpha, beta, power, renewals, sum) => {
      expect(error(expectedPayments({ alpha, beta, power }, { ...ALL, renewals }), sum)).toBeLessThan(1e-13);
    },
  );

  test.each(SLOW)(
    'with hardly any discount, alpha %d, beta %d, %d renewals, rate %d',
    (alpha, beta, renewals, rate, sum) => {
      expect(error(expectedPayments({ alpha, beta, power: 1 }, { ...ALL, renewals, rate }), sum)).toBeLessThan(1e-13);
    },
  );

  test('without end or discount are (alpha + beta + renewals - 1) / (alpha - 1) for c 1, and Infinity up to alpha 1', () => {
    const beta = fc.double({ min: 0.01, max: 500, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 1.001, max: 300, noNaN: true }), beta, fc.nat(5000), (alpha, b, renewals) => {
        const sum = expectedPayments({ alpha, beta: b, power: 1 }, { ...ALL, renewals });
        expect(error(sum, (alpha + b + renewals - 1) / (alpha - 1))).toBeLessThan(1e-11);
      }),
      runs(100),
    );
    for (const alpha of [1e-9, 0.5, 1]) expect(expectedPayments({ alpha, beta: 2, power: 1 }, ALL)).toBe(Infinity);
    expect(expectedPayments({ alpha: 0.5, beta: 2, power: 2 }, ALL)).toBe(Infinity);
    expect(expectedPayments({ alpha: 0.5, beta: 2, power: 2.01 }, ALL)).toBeLessThan(1e4);
  });

  test('up to a horizon are the sum of the terms, one by one', () => {
    const law = fc.record({
      alpha: fc.double({ min: Math.log(0.01), max: Math.log(300), noNaN: true }).map(Math.exp),
      beta: fc.double({ min: Math.log(0.001), max: Math.log(10_000), noNaN: true }).map(Math.exp),
      power: fc.oneof(fc.constant(1), fc.double({ min: 0.05, max: 3, noNaN: true })),
    });
    const stream = fc.record({
      renewals: fc.nat(500),
      first: fc.constantFrom(0, 1),
      end: fc.oneof(fc.integer({ min: 2, max: 70 }), fc.integer({ min: 60, max: 4000 })),
      now: fc.constantFrom(0, 1),
      rate: fc.constantFrom(0, 1e-6, 0.01, 0.1, 3),
    });
    fc.assert(
      fc.property(law, stream, (shape, one) => {
        let sum = 0;
        let lost = 0;
        for (let t = one.end - 1; t >= one.first; t--) {
          const term = Math.exp(logSurvival(shape, one.renewals, t)) * Math.exp(-one.rate * (t - one.now));
          const next = sum + term;
          lost += Math.abs(sum) > term ? sum - next + term : term - next + sum;
          sum = next;
        }
        expect(error(expectedPayments(shape, one), sum + lost)).toBeLessThan(1e-12);
      }),
      runs(60),
    );
  });

  test('of a long horizon come near those of none, and are what the rest leaves of them', () => {
    const shape = { alpha: 1.5, beta: 3, power: 1 };
    const partial = expectedPayments(shape, { ...ALL, end: 1e12 });
    // All of them are (1.5 + 3 - 1) / 0.5 = 7; from t on, S(t) (t + 3.5) / 0.5, with S(t) = Gamma(4.5) / Gamma(3) t^-1.5.
    const gammas = (105 * Math.sqrt(Math.PI)) / 16 / 2;
    expect(error(7 - partial, gammas * 1e-18 * 2e12)).toBeLessThan(1e-8);
  });

  test('are finite where the horizon is, however few ever leave', () => {
    const shape = { alpha: 1e-9, beta: 1, power: 1 };
    expect(error(expectedPayments(shape, { ...ALL, end: 1e9 }), 1e9)).toBeLessThan(1e-7);
  });
});
