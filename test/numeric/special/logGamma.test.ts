import fc from 'fast-check';
import { expect, test } from 'vitest';
import { logGamma, logGammaNext } from '../../../src/numeric/special/logGamma.ts';

test('it is 0 at 1 and at 2, exactly', () => {
  expect(logGamma(1)).toBe(0);
  expect(logGamma(2)).toBe(0);
});

test('whole numbers: the logarithm of a factorial', () => {
  let factorial = 1n;
  for (let n = 1; n <= 20; n++) {
    factorial *= BigInt(n);
    expect(logGamma(n + 1)).toBeCloseTo(Math.log(Number(factorial)), 13);
  }
});

test('Gamma(1/2) is the square root of pi', () => {
  expect(Math.abs(logGamma(0.5) / Math.log(Math.sqrt(Math.PI)) - 1)).toBeLessThan(1e-15);
});

test('beside 1 the slope is minus Euler’s constant, to the last digit', () => {
  expect(Math.abs(logGamma(1 + 2 ** -40) / (-0.5772156649015329 * 2 ** -40) - 1)).toBeLessThan(1e-11);
  expect(Math.abs(logGammaNext(1e-18) / -0.5772156649015329e-18 - 1)).toBeLessThan(1e-15);
});

test('the recurrence: log Gamma(x + 1) - log Gamma(x) = log x', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (x) => {
      const size = Math.max(1, Math.abs(logGamma(x)));
      expect(Math.abs(logGamma(x + 1) - logGamma(x) - Math.log(x))).toBeLessThan(1e-14 * size);
    }),
  );
});

test('the duplication formula of Legendre', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 1e4, noNaN: true }), (x) => {
      const halves = logGamma(x) + logGamma(x + 0.5);
      const whole = logGamma(2 * x) + (1 - 2 * x) * Math.LN2 + Math.log(Math.PI) / 2;
      expect(Math.abs(halves - whole)).toBeLessThan(1e-14 * Math.max(1, Math.abs(logGamma(2 * x))));
    }),
  );
});

test('at 0 it is infinite, below and of NaN it is NaN', () => {
  expect(logGamma(0)).toBe(Infinity);
  expect(logGamma(Infinity)).toBe(Infinity);
  expect(logGamma(-1.5)).toBeNaN();
  expect(logGamma(Number.NaN)).toBeNaN();
});
