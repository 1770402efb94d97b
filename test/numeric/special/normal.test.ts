import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalCdf } from '../../../src/numeric/special/normalCdf.ts';
import { normalQuantile } from '../../../src/numeric/special/normalQuantile.ts';

test('half lies below 0', () => {
  expect(normalCdf(0)).toBe(0.5);
  expect(normalQuantile(0.5)).toBe(0);
});

test('the ends are reached', () => {
  expect([normalCdf(-Infinity), normalCdf(Infinity)]).toEqual([0, 1]);
  expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
});

// Wichura (1988) gives these values to check an implementation by.
test.each([
  [0.25, -0.6744897501960817],
  [0.001, -3.090232306167814],
  [1e-20, -9.262340089798409],
])('the published quantile of %s', (p, published) => {
  expect(Math.abs(normalQuantile(p) / published - 1)).toBeLessThan(1e-15);
});

test('0.975 is the 1.96 of every textbook', () => {
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 15);
});

test('there and back, down to the smallest chances', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 300, noNaN: true }), (power) => {
      const p = 0.5 * 10 ** -power;
      const z = normalQuantile(p);
      // An error of z counts z + 1 / z times in the chance.
      expect(Math.abs(normalCdf(z) / p - 1)).toBeLessThan(1e-15 * (z * z + 2));
    }),
  );
});

test('both are symmetric about the middle', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 30 - 1 }), (steps) => {
      const p = steps / 2 ** 30;
      expect(normalQuantile(1 - p) + normalQuantile(p)).toBe(0);
    }),
  );
  for (const z of [0.1, 0.8, 3]) expect(normalCdf(z) + normalCdf(-z)).toBe(1);
});

test('no jump where the method changes', () => {
  for (const p of [0.075, 0.925, Math.exp(-25)]) {
    expect(Math.abs(normalQuantile(p * (1 + 2 ** -52)) / normalQuantile(p) - 1)).toBeLessThan(2e-15);
  }
});

test('what is no chance is NaN', () => {
  for (const p of [-0.1, 1.1, Number.NaN]) expect(normalQuantile(p)).toBeNaN();
  expect(normalCdf(Number.NaN)).toBeNaN();
});
