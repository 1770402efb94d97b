import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quantile, quantileSorted } from '../../src/numeric/quantile.ts';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 });
const chance = fc.double({ noNaN: true, min: 0, max: 1 });

describe('quantile', () => {
  test('nothing has no quantile', () => {
    expect(quantile([], 0.5)).toBeNaN();
  });

  test('a single value is every quantile', () => {
    for (const p of [0, 0.3, 1]) expect(quantile([7], p)).toBe(7);
  });

  test('the ends are the least and the greatest', () => {
    expect(quantile([3, 1, 2], 0)).toBe(1);
    expect(quantile([3, 1, 2], 1)).toBe(3);
  });

  test('definition 7: rank (n - 1) p, linear between neighbours', () => {
    expect(quantile([10, 20], 0.25)).toBe(12.5);
    expect(quantile([40, 10, 30, 20], 0.5)).toBe(25);
    // Hyndman and Fan's definition 7 of 1..10 at 1/4: 1 + 9 / 4.
    expect(quantile([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 0.25)).toBe(3.25);
  });

  test('a rank that is whole but for rounding is whole: 0.07 of 0..100 is 7', () => {
    const values = Array.from({ length: 101 }, (_, i) => i);
    for (let i = 0; i <= 100; i++) expect(quantile(values, i / 100)).toBe(i);
  });

  test('ties give the tied value itself', () => {
    expect(quantile([0.1, 0.1, 0.1, 0.3], 0.4)).toBe(0.1);
  });

  test('infinite values stay what they are', () => {
    expect(quantile([-Infinity, Infinity, Infinity], 0.75)).toBe(Infinity);
    expect(quantile([-Infinity, -Infinity, 1], 0.25)).toBe(-Infinity);
  });

  test('one NaN among the values makes NaN', () => {
    expect(quantile([1, Number.NaN, 2], 0)).toBeNaN();
  });

  test('the order of the values is left as it is', () => {
    const values = [3, 1, 2];
    quantile(values, 0.5);
    expect(values).toEqual([3, 1, 2]);
  });

  test('of sorted values it is the same', () => {
    fc.assert(
      fc.property(fc.array(finite, { minLength: 1, maxLength: 40 }), chance, (values, p) => {
        const sorted = [...values].sort((a, b) => a - b);
        expect(quantileSorted(sorted, p)).toBe(quantile(values, p));
      }),
    );
  });

  test('it ascends with p and stays between the ends', () => {
    fc.assert(
      fc.property(fc.array(finite, { minLength: 1, maxLength: 40 }), chance, chance, (values, p, q) => {
        const [low, high] = [quantile(values, Math.min(p, q)), quantile(values, Math.max(p, q))];
        expect(low).toBeGreaterThanOrEqual(Math.min(...values));
        expect(high).toBeLessThanOrEqual(Math.max(...values));
        expect(high - low).toBeGreaterThanOrEqual(-1e-6);
      }),
    );
  });
});
