import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scaledExponentialIntegral } from '../../../src/numeric/special/exponentialIntegral.ts';

const order = fc.double({ min: 1e-3, max: 40, noNaN: true });
const exponent = fc.double({ min: -8, max: 4, noNaN: true });

test('E_1(1) and the constant of Gompertz, e E_1(1), as tabulated', () => {
  // Abramowitz and Stegun (1964), table 5.1: E_1(1) = 0.219383934.
  expect(scaledExponentialIntegral(1, 1) / Math.E).toBeCloseTo(0.219383934, 9);
  expect(scaledExponentialIntegral(1, 1)).toBeCloseTo(0.5963473623231941, 14);
});

test('neighbouring orders: p E_(p + 1) and x E_p make up e^-x', () => {
  fc.assert(
    fc.property(order, exponent, (p, power) => {
      const x = 10 ** power;
      const total = p * scaledExponentialIntegral(p + 1, x) + x * scaledExponentialIntegral(p, x);
      expect(Math.abs(total - 1)).toBeLessThan(1e-12);
    }),
  );
});

test('small x, order 1: -ln x - Euler + x - x^2 / 4 + x^3 / 18', () => {
  for (const x of [1e-8, 1e-6, 1e-4]) {
    const series = -Math.log(x) - 0.5772156649015329 + x - x ** 2 / 4 + x ** 3 / 18;
    expect(Math.abs(scaledExponentialIntegral(1, x) / (Math.exp(x) * series) - 1)).toBeLessThan(1e-14);
  }
});

test('no whole order is special: between neighbours it is their mean', () => {
  for (const p of [1, 2, 3, 10]) {
    for (const x of [1e-6, 0.05, 0.5, 3]) {
      const gap = 2 ** -24;
      const mean = (scaledExponentialIntegral(p - gap, x) + scaledExponentialIntegral(p + gap, x)) / 2;
      expect(Math.abs(scaledExponentialIntegral(p, x) / mean - 1)).toBeLessThan(1e-12);
    }
  }
});

test('it lies between 1 / (x + p) and 1 / (x + p - 1)', () => {
  fc.assert(
    fc.property(order, exponent, (p, power) => {
      const x = 10 ** power;
      const value = scaledExponentialIntegral(p, x);
      expect(value).toBeGreaterThan((1 / (x + p)) * (1 - 1e-12));
      if (x + p > 1) expect(value).toBeLessThan((1 / (x + p - 1)) * (1 + 1e-12));
    }),
  );
});

test('no jump where the continued fraction takes over', () => {
  for (const p of [0.001, 0.5, 1, 7, 1e4]) {
    const below = scaledExponentialIntegral(p, 0.1 * (1 - 2 ** -52));
    expect(Math.abs(below / scaledExponentialIntegral(p, 0.1) - 1)).toBeLessThan(1e-12);
  }
});

test('outside its domain it is NaN', () => {
  for (const [p, x] of [
    [0, 1],
    [1, 0],
    [2, 0],
    [-1, 1],
    [1, -1],
    [Number.NaN, 1],
  ] as const) {
    expect(scaledExponentialIntegral(p, x)).toBeNaN();
  }
});
