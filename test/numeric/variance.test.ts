import fc from 'fast-check';
import { expect, test } from 'vitest';
import { variance } from '../../src/numeric/variance.ts';
import { numAcc } from './numAcc.ts';

test('fewer than two values have no variance', () => {
  expect(variance([])).toBeNaN();
  expect(variance([3])).toBeNaN();
});

test('the divisor is one less than the count', () => {
  expect(variance([2, 4, 4, 4, 5, 5, 7, 9])).toBe(32 / 7);
});

test('equal values have none at all', () => {
  expect(variance(new Array(1000).fill(0.1))).toBe(0);
});

// NIST Statistical Reference Datasets: certified standard deviations. The inputs of NumAcc4, rounded to doubles, leave
// eight digits of it.
test.each([
  ['NumAcc1', [10000001, 10000003, 10000002], 1, 1e-15],
  ['NumAcc2', numAcc(1.2, 0.1), 0.1, 1e-14],
  ['NumAcc3', numAcc(1000000.2, 0.1), 0.1, 1e-8],
  ['NumAcc4', numAcc(10000000.2, 0.1), 0.1, 1e-8],
])('%s of NIST: the certified standard deviation', (_, values, certified, tolerance) => {
  expect(Math.abs(Math.sqrt(variance(values)) / certified - 1)).toBeLessThan(tolerance);
});

test('whole numbers: n sum of squares less square of sum, in integers without bound', () => {
  const integers = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 2, maxLength: 50 });
  fc.assert(
    fc.property(integers, (values) => {
      const n = BigInt(values.length);
      const total = values.reduce((sum, value) => sum + BigInt(value), 0n);
      const squares = values.reduce((sum, value) => sum + BigInt(value) ** 2n, 0n);
      const exact = Number(n * squares - total ** 2n) / Number(n * (n - 1n));
      expect(Math.abs(variance(values) - exact)).toBeLessThanOrEqual(1e-15 * exact);
    }),
  );
});
