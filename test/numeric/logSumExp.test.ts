import fc from 'fast-check';
import { expect, test } from 'vitest';
import { logSumExp } from '../../src/numeric/logSumExp.ts';

test('of none it is -Infinity, of one that one', () => {
  expect(logSumExp([])).toBe(-Infinity);
  expect(logSumExp([-3])).toBe(-3);
});

test('two equal ones add ln 2, wherever they are', () => {
  for (const value of [-1e5, -1, 0, 1, 1e5]) expect(logSumExp([value, value]) - value).toBeCloseTo(Math.LN2, 10);
});

test('it is the logarithm of the sum where the sum can be written', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -300, max: 300, noNaN: true }), { minLength: 1 }), (values) => {
      const plain = Math.log(values.reduce((total, value) => total + Math.exp(value), 0));
      expect(Math.abs(logSumExp(values) - plain)).toBeLessThan(1e-13);
    }),
  );
});

test('-Infinity adds nothing, Infinity is all, NaN is NaN', () => {
  expect(logSumExp([-Infinity, 2, -Infinity])).toBe(2);
  expect(logSumExp([-Infinity, -Infinity])).toBe(-Infinity);
  expect(logSumExp([1, Infinity, Infinity, 2])).toBe(Infinity);
  expect([logSumExp([1, Number.NaN]), logSumExp([Number.NaN, 1])]).toEqual([Number.NaN, Number.NaN]);
});

test('typed arrays do as well', () => {
  expect(logSumExp(Float64Array.of(0, 0, 0, 0))).toBeCloseTo(Math.log(4), 15);
});
