import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findRoot } from '../../src/numeric/findRoot.ts';

/** The root, and how often the function was asked. */
function counted(f: (x: number) => number, low: number, high: number): { root: number; calls: number } {
  let calls = 0;
  const root = findRoot(
    (x) => {
      calls++;
      return f(x);
    },
    low,
    high,
  );
  return { root, calls };
}

test('roots that are known, in a dozen steps', () => {
  const cases = [
    { ...counted(Math.cos, 1, 2), expected: Math.PI / 2 },
    { ...counted((x) => x ** 3 - 2, 0, 10), expected: Math.cbrt(2) },
    { ...counted((x) => Math.exp(x) - 1e-5, -50, 50), expected: Math.log(1e-5) },
    { ...counted(Math.log, 0, 10), expected: 1 },
  ];
  for (const { root, calls, expected } of cases) {
    expect(Math.abs(root / expected - 1)).toBeLessThan(5e-16);
    expect(calls).toBeLessThan(20);
  }
});

test('falling functions as well as rising ones, and ends in either order', () => {
  expect(findRoot((x) => 2 - x, 0, 5)).toBe(2);
  expect(findRoot((x) => x - 2, 5, 0)).toBe(2);
});

test('a root at an end is that end', () => {
  expect(findRoot((x) => x - 1, 1, 2)).toBe(1);
  expect(findRoot((x) => x - 2, 1, 2)).toBe(2);
});

test('no change of sign is NaN, and so is NaN at an end or within', () => {
  expect(findRoot((x) => x * x + 1, -1, 1)).toBeNaN();
  expect(findRoot((x) => -x * x - 1, -1, 1)).toBeNaN();
  expect(findRoot((x) => (x === 0 ? Number.NaN : 1), 0, 1)).toBeNaN();
  expect(findRoot((x) => (x > 0.1 && x < 0.9 ? Number.NaN : x - 0.5), 0, 1)).toBeNaN();
});

test('a jump across 0 is found by bisection', () => {
  const { root, calls } = counted((x) => (x < Math.PI ? -1 : 1), 0, 10);
  expect(Math.abs(root - Math.PI)).toBeLessThan(2e-15);
  expect(calls).toBeLessThan(60);
});

test('flat roots, infinite ends and roots at 0', () => {
  expect(findRoot((x) => (x - 1) ** 9, 0, 3.3)).toBeCloseTo(1, 12);
  expect(findRoot((x) => 4 - 1 / (1 - x), 0, 1)).toBeCloseTo(0.75, 15);
  expect(Math.abs(findRoot((x) => x * (1 + x * x), -1, 3))).toBeLessThan(1e-300);
});

test('whatever the cubic, the sign changes within a few ulps of the root', () => {
  const coefficient = fc.double({ min: -10, max: 10, noNaN: true });
  fc.assert(
    fc.property(coefficient, coefficient, fc.double({ min: 0.1, max: 5, noNaN: true }), (a, b, c) => {
      const f = (x: number) => ((x - a) ** 2 + c) * (x - b);
      const root = findRoot(f, -20, 31);
      const reach = 8 * Number.EPSILON * Math.abs(root) + Number.MIN_VALUE;
      expect(f(root - reach) <= 0 && f(root + reach) >= 0).toBe(true);
    }),
  );
});
