import fc from 'fast-check';
import { expect, test } from 'vitest';
import { integrate } from '../../src/numeric/integrate.ts';
import { logGamma } from '../../src/numeric/special/logGamma.ts';

test('polynomials of low degree, whole intervals: to the last digits', () => {
  expect(integrate(() => 1, 2, 5)).toBeCloseTo(3, 14);
  expect(integrate((x) => x ** 3 - x, 0, 2)).toBeCloseTo(2, 14);
  expect(integrate((x) => x ** 2, -1, 1)).toBeCloseTo(2 / 3, 14);
});

test('no width is no integral', () => {
  expect(integrate(Math.exp, 3, 3)).toBe(0);
});

test('powers that are infinite at either end keep their digits', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.1, max: 3, noNaN: true }), fc.double({ min: 0.1, max: 3, noNaN: true }), (a, b) => {
      const beta = Math.exp(logGamma(a) + logGamma(b) - logGamma(a + b));
      const value = integrate((_, fromStart, toEnd) => fromStart ** (a - 1) * toEnd ** (b - 1), 7, 8);
      expect(Math.abs(value / beta - 1)).toBeLessThan(1e-12);
    }),
  );
});

test('the distances from the ends add up to the interval, and x lies where they say', () => {
  integrate(
    (x, fromStart, toEnd) => {
      expect(fromStart + toEnd).toBeCloseTo(4, 14);
      expect(x - 10).toBeCloseTo(fromStart, 13);
      expect(Math.min(fromStart, toEnd)).toBeGreaterThan(0);
      return 1;
    },
    10,
    14,
  );
});

test('no end is favoured: mirrored integrands have the same integral, bit for bit', () => {
  const one = integrate((_, fromStart) => Math.exp(-3 * fromStart) / Math.sqrt(fromStart), 0, 2);
  const other = integrate((_, _fromStart, toEnd) => Math.exp(-3 * toEnd) / Math.sqrt(toEnd), 0, 2);
  expect(Math.abs(one / other - 1)).toBeLessThan(1e-15);
});

test('a function that changes its sign: the error is a share of its size, not of what is left', () => {
  expect(Math.abs(integrate(Math.sin, 0, 2 * Math.PI))).toBeLessThan(1e-15);
  expect(integrate(Math.sin, 0, 3 * Math.PI)).toBeCloseTo(2, 14);
});

test('poles near the interval, and a peak of a thousandth of it', () => {
  expect(Math.abs(integrate((x) => 1 / (1 + 25 * x * x), -1, 1) / (0.4 * Math.atan(5)) - 1)).toBeLessThan(1e-14);
  const peak = integrate((x) => Math.exp(-((x / 1e-3) ** 2) / 2), -0.5, 0.5);
  expect(Math.abs(peak / (Math.sqrt(2 * Math.PI) * 1e-3) - 1)).toBeLessThan(1e-12);
});

test('huge and tiny integrands, and 0', () => {
  expect(integrate((x) => 1e300 * x, 0, 1) / 5e299).toBeCloseTo(1, 14);
  expect(integrate((x) => 1e-300 * x, 0, 1) / 5e-301).toBeCloseTo(1, 14);
  expect(integrate(() => 0, 0, 1)).toBe(0);
});

test('NaN anywhere is NaN, and takes no time', () => {
  let calls = 0;
  const value = integrate(
    (x) => {
      calls++;
      return x < 0.4 ? Number.NaN : 1;
    },
    0,
    1,
  );
  expect(value).toBeNaN();
  expect(calls).toBeLessThan(100);
});

test('smooth integrands take some hundred evaluations', () => {
  let calls = 0;
  integrate(
    (x) => {
      calls++;
      return Math.exp(-x);
    },
    0,
    10,
  );
  expect(calls).toBeLessThan(320);
});
