import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { incompleteBeta, incompleteBetaComplement } from '../../../src/numeric/special/incompleteBeta.ts';

const shape = fc.double({ min: 1e-3, max: 1e5, noNaN: true });
const chance = fc.double({ min: 0, max: 1, noNaN: true });

/** The chance of at least k successes in n trials of chance x / 2^20, in integers without bound. */
function atLeast(k: number, n: number, x: number): number {
  const scale = 2n ** 20n;
  let total = 0n;
  let choose = 1n;
  for (let i = 0; i <= n; i++) {
    if (i >= k) total += choose * BigInt(x) ** BigInt(i) * (scale - BigInt(x)) ** BigInt(n - i);
    choose = (choose * BigInt(n - i)) / BigInt(i + 1);
  }
  const digits = 10n ** 400n;
  return Number(`${(total * digits) / scale ** BigInt(n)}e-400`);
}

describe('incompleteBeta', () => {
  test('it is 0 at 0 and 1 at 1', () => {
    expect([incompleteBeta(2, 3, 0), incompleteBeta(2, 3, 1)]).toEqual([0, 1]);
    expect([incompleteBetaComplement(2, 3, 0), incompleteBetaComplement(2, 3, 1)]).toEqual([1, 0]);
  });

  test('binomial tails, exactly: whole parameters are counts', () => {
    const count = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(count, count, fc.integer({ min: 1, max: 2 ** 20 - 1 }), (k, rest, x) => {
        const n = k + rest - 1;
        const exact = atLeast(k, n, x);
        fc.pre(exact > 1e-290);
        expect(Math.abs(incompleteBeta(k, rest, x / 2 ** 20) / exact - 1)).toBeLessThan(2e-14);
      }),
    );
  });

  test('it is x itself for one and one, and a power for one and b', () => {
    expect(incompleteBeta(1, 1, 0.3)).toBeCloseTo(0.3, 15);
    expect(incompleteBetaComplement(1, 5, 0.5)).toBeCloseTo(1 / 32, 16);
  });

  test('the two tails add up to 1', () => {
    fc.assert(
      fc.property(shape, shape, chance, (a, b, x) => {
        expect(Math.abs(incompleteBeta(a, b, x) + incompleteBetaComplement(a, b, x) - 1)).toBeLessThan(1e-13);
      }),
    );
  });

  test('turned round it is its complement', () => {
    fc.assert(
      fc.property(shape, shape, fc.integer({ min: 0, max: 2 ** 30 }), (a, b, steps) => {
        const x = steps / 2 ** 30;
        const turned = incompleteBetaComplement(b, a, 1 - x);
        expect(Math.abs(incompleteBeta(a, b, x) - turned)).toBeLessThanOrEqual(1e-13 * turned);
      }),
    );
  });

  test('it ascends with x', () => {
    fc.assert(
      fc.property(shape, shape, chance, chance, (a, b, x, y) => {
        const [low, high] = [incompleteBeta(a, b, Math.min(x, y)), incompleteBeta(a, b, Math.max(x, y))];
        expect(high).toBeGreaterThanOrEqual(low * (1 - 1e-12));
      }),
    );
  });

  test('no jump where the method changes: beside 1e8 trials, at shape 1 and at shape 10', () => {
    const pairs: [number, number, number][] = [
      [1e8, 1e8, 0.50002],
      [1e8, 3e8, 0.25003],
      [1, 40, 0.02],
      [10, 300, 0.03],
    ];
    for (const [a, b, x] of pairs) {
      const below = incompleteBeta(a * (1 - 2 ** -52), b, x);
      expect(Math.abs(below / incompleteBeta(a, b, x) - 1)).toBeLessThan(1e-11);
    }
  });

  test('the smallest numbers lie below all of it', () => {
    for (const x of [5e-324, 1e-323, 1e-310, 1e-300]) {
      expect([incompleteBeta(20, 3000, x), incompleteBetaComplement(20, 3000, x)]).toEqual([0, 1]);
      expect([incompleteBeta(1e5, 3300, x), incompleteBetaComplement(1e5, 3300, x)]).toEqual([0, 1]);
    }
  });

  test('what is no chance or no parameter is NaN', () => {
    for (const x of [-0.1, 1.1, Number.NaN]) expect(incompleteBeta(2, 3, x)).toBeNaN();
    for (const a of [0, -1, Number.NaN]) expect(incompleteBeta(a, 3, 0.5)).toBeNaN();
    for (const b of [0, -1, Number.NaN]) expect(incompleteBetaComplement(2, b, 0.5)).toBeNaN();
  });
});
