import fc from 'fast-check';
import { expect, test } from 'vitest';
import { logBeta } from '../../../src/numeric/special/logBeta.ts';
import { logGammaRatio } from '../../../src/numeric/special/logGammaRatio.ts';

test('no step is no difference', () => {
  for (const x of [1e-6, 1, 9.5, 1e15]) expect(logGammaRatio(x, 0)).toBe(0);
});

test('from 1 to 2, from zero to zero, there is no difference either', () => {
  expect(logGammaRatio(1, 1)).toBe(0);
  expect(logBeta(1, 1)).toBe(0);
});

test('a step of one is the logarithm, also where log Gamma itself has 17 digits before the point', () => {
  for (const x of [1e-6, 0.3, 1, 7, 1e4, 1e8, 1e15]) {
    expect(Math.abs(logGammaRatio(x, 1) - Math.log(x))).toBeLessThan(1e-14 * Math.max(1, Math.abs(Math.log(x))));
  }
});

test('steps add up', () => {
  const argument = fc.double({ min: 1e-3, max: 1e6, noNaN: true });
  const step = fc.double({ min: 0, max: 50, noNaN: true });
  fc.assert(
    fc.property(argument, step, step, (x, one, two) => {
      const whole = logGammaRatio(x, one + two);
      const parts = logGammaRatio(x, one) + logGammaRatio(x + one, two);
      expect(Math.abs(whole - parts)).toBeLessThan(1e-13 * Math.max(1, Math.abs(whole)));
    }),
  );
});

test('B(a, b) for whole arguments is (a - 1)! (b - 1)! / (a + b - 1)!', () => {
  const factorial = (n: number): bigint => (n === 0 ? 1n : BigInt(n) * factorial(n - 1));
  for (let a = 1; a <= 20; a++) {
    for (let b = 1; b <= 20; b++) {
      const inverse = Number(factorial(a + b - 1)) / Number(factorial(a - 1)) / Number(factorial(b - 1));
      expect(Math.abs(logBeta(a, b) + Math.log(inverse))).toBeLessThan(2e-14);
    }
  }
});

test('B is symmetric, exactly', () => {
  const argument = fc.double({ min: 1e-6, max: 1e9, noNaN: true });
  fc.assert(fc.property(argument, argument, (a, b) => Object.is(logBeta(a, b), logBeta(b, a))));
});
