import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { incompleteBeta, incompleteBetaComplement } from '../../../src/numeric/special/incompleteBeta.ts';
import {
  incompleteBetaComplementInverse,
  incompleteBetaInverse,
} from '../../../src/numeric/special/incompleteBetaInverse.ts';

const shape = fc.double({ min: 0.01, max: 1e5, noNaN: true });
const chance = fc.oneof(
  fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }),
  fc.integer({ min: 1, max: 300 }).map((power) => Number(`1e-${power}`)),
);

describe('incompleteBetaInverse', () => {
  test('chance 0 lies at 0 and chance 1 at 1', () => {
    expect([incompleteBetaInverse(2, 3, 0), incompleteBetaInverse(2, 3, 1)]).toEqual([0, 1]);
    expect([incompleteBetaComplementInverse(2, 3, 0), incompleteBetaComplementInverse(2, 3, 1)]).toEqual([1, 0]);
  });

  test('one parameter of 1: a root', () => {
    expect(Math.abs(incompleteBetaInverse(20, 1, 0.025) / 0.025 ** (1 / 20) - 1)).toBeLessThan(1e-15);
    expect(Math.abs(incompleteBetaComplementInverse(1, 20, 0.025) / (1 - 0.025 ** (1 / 20)) - 1)).toBeLessThan(1e-14);
  });

  test('there and back, as far as the nearest double to x lets it', () => {
    fc.assert(
      fc.property(shape, shape, chance, (a, b, p) => {
        const x = incompleteBetaInverse(a, b, p);
        const next = x + Math.max(x * Number.EPSILON, Number.MIN_VALUE);
        fc.pre(x > 1e-290 && next < 1);
        const blur = Math.abs(incompleteBeta(a, b, next) - incompleteBeta(a, b, x));
        expect(Math.abs(incompleteBeta(a, b, x) - p)).toBeLessThanOrEqual(4 * blur + 1e-12 * p);
      }),
    );
  });

  test('from above it is the same point', () => {
    fc.assert(
      fc.property(shape, shape, chance, (a, b, q) => {
        const x = incompleteBetaComplementInverse(a, b, q);
        const below = x - x * Number.EPSILON;
        fc.pre(x > 1e-290 && x < 1);
        const blur = incompleteBetaComplement(a, b, below) - incompleteBetaComplement(a, b, x);
        expect(Math.abs(incompleteBetaComplement(a, b, x) - q)).toBeLessThanOrEqual(4 * Math.abs(blur) + 1e-12 * q);
      }),
    );
  });

  test('a point below every double is 0, one beside 1 is 1', () => {
    expect(incompleteBetaInverse(1e-3, 1, 0.1)).toBe(0);
    expect(incompleteBetaInverse(1e-300, 1, 1 - 2 ** -53)).toBe(0);
    expect(incompleteBetaInverse(1, 1e-3, 0.9)).toBe(1);
  });

  test('it comes to an end for as many trials as there are integers', () => {
    const x = incompleteBetaInverse(4e15, 5e15, 0.025);
    // The normal law: mean less 1.96 standard deviations.
    expect(Math.abs((x - 4 / 9) / Math.sqrt(20 / 81 / 9e15) + 1.959963984540054)).toBeLessThan(1e-6);
  });

  test('what is no chance or no parameter is NaN', () => {
    for (const p of [-0.1, 1.1, Number.NaN]) expect(incompleteBetaInverse(2, 3, p)).toBeNaN();
    expect(incompleteBetaInverse(0, 3, 0.5)).toBeNaN();
    expect(incompleteBetaComplementInverse(2, Number.NaN, 0.5)).toBeNaN();
  });
});
