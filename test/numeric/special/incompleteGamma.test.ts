import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { incompleteGamma, incompleteGammaComplement } from '../../../src/numeric/special/incompleteGamma.ts';
import {
  incompleteGammaComplementInverse,
  incompleteGammaInverse,
} from '../../../src/numeric/special/incompleteGammaInverse.ts';

const shape = fc.double({ min: 1e-3, max: 1e5, noNaN: true });
const chance = fc.oneof(
  fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }),
  fc.integer({ min: 1, max: 300 }).map((power) => Number(`1e-${power}`)),
);

describe('incompleteGamma', () => {
  test('it is 0 at 0 and 1 at infinity', () => {
    expect([incompleteGamma(2, 0), incompleteGamma(2, Infinity)]).toEqual([0, 1]);
    expect([incompleteGammaComplement(2, 0), incompleteGammaComplement(2, Infinity)]).toEqual([1, 0]);
  });

  test('shape 1 is the exponential law', () => {
    for (const x of [1e-9, 0.5, 1, 3, 600]) {
      expect(Math.abs(incompleteGamma(1, x) / -Math.expm1(-x) - 1)).toBeLessThan(1e-15);
      expect(Math.abs(incompleteGammaComplement(1, x) / Math.exp(-x) - 1)).toBeLessThan(1e-14);
    }
  });

  test('whole shapes are Poisson tails: Q(n, x) is the sum of e^-x x^k / k! for k below n', () => {
    for (const n of [2, 5, 30]) {
      for (const x of [0.1, 4, 33, 100]) {
        let term = Math.exp(-x);
        let total = term;
        for (let k = 1; k < n; k++) total += term *= x / k;
        expect(Math.abs(incompleteGammaComplement(n, x) / total - 1)).toBeLessThan(1e-13);
      }
    }
  });

  test('the two tails add up to 1', () => {
    fc.assert(
      fc.property(shape, fc.double({ min: 0, max: 3, noNaN: true }), (a, multiple) => {
        const sum = incompleteGamma(a, a * multiple) + incompleteGammaComplement(a, a * multiple);
        expect(Math.abs(sum - 1)).toBeLessThan(1e-13);
      }),
    );
  });

  test('no jump where the method changes: beside 1e8, at shape 1 and at shape 10, at the mean', () => {
    for (const [a, x] of [
      [1e8, 100012345],
      [1e8, 99990000],
      [1, 0.7],
      [10, 14],
      [50, 50],
    ] as const) {
      const before = incompleteGamma(a * (1 - 2 ** -52), x * (1 - 2 ** -52));
      expect(Math.abs(before / incompleteGamma(a, x) - 1)).toBeLessThan(1e-11);
    }
  });

  test('the smallest numbers lie below all of it', () => {
    for (const x of [5e-324, 1e-323, 1e-310, 1e-300]) {
      expect([incompleteGamma(20, x), incompleteGammaComplement(20, x)]).toEqual([0, 1]);
    }
  });

  test('what is no shape or lies below 0 is NaN', () => {
    expect(incompleteGamma(0, 1)).toBeNaN();
    expect(incompleteGamma(-1, 1)).toBeNaN();
    expect(incompleteGamma(1, -1)).toBeNaN();
    expect(incompleteGammaComplement(Number.NaN, 1)).toBeNaN();
    expect(incompleteGammaComplement(1, Number.NaN)).toBeNaN();
  });
});

describe('incompleteGammaInverse', () => {
  test('chance 0 lies at 0 and chance 1 at infinity', () => {
    expect([incompleteGammaInverse(2, 0), incompleteGammaInverse(2, 1)]).toEqual([0, Infinity]);
    expect([incompleteGammaComplementInverse(2, 0), incompleteGammaComplementInverse(2, 1)]).toEqual([Infinity, 0]);
  });

  test('shape 1: a logarithm, as far out as chances go', () => {
    for (const q of [0.5, 0.05, 1e-10, 1e-280]) {
      expect(Math.abs(incompleteGammaComplementInverse(1, q) / -Math.log(q) - 1)).toBeLessThan(1e-14);
      expect(Math.abs(incompleteGammaInverse(1, q) / -Math.log1p(-q) - 1)).toBeLessThan(1e-14);
    }
  });

  test('the 0.95 point of chi-square with 1 degree of freedom is 3.841458820694124', () => {
    expect(2 * incompleteGammaComplementInverse(0.5, 0.05)).toBeCloseTo(3.841458820694124, 13);
  });

  test('there and back, as far as the nearest double to x lets it', () => {
    fc.assert(
      fc.property(shape, chance, fc.boolean(), (a, p, above) => {
        const tail = above ? incompleteGammaComplement : incompleteGamma;
        const x = (above ? incompleteGammaComplementInverse : incompleteGammaInverse)(a, p);
        fc.pre(x > 1e-290);
        const blur = Math.abs(tail(a, x + x * Number.EPSILON) - tail(a, x));
        expect(Math.abs(tail(a, x) - p)).toBeLessThanOrEqual(4 * blur + 1e-12 * p);
      }),
    );
  });

  test('a point below every double is 0', () => {
    expect(incompleteGammaInverse(1e-3, 0.1)).toBe(0);
  });

  test('what is no chance or no shape is NaN', () => {
    for (const p of [-0.1, 1.1, Number.NaN]) expect(incompleteGammaInverse(2, p)).toBeNaN();
    expect(incompleteGammaComplementInverse(0, 0.5)).toBeNaN();
  });
});
