import { expect, test } from 'vitest';
import { mean } from '../../src/numeric/mean.ts';
import { numAcc } from './numAcc.ts';

test('the mean of nothing is NaN', () => {
  expect(mean([])).toBeNaN();
});

test('the mean of one value is the value', () => {
  expect(mean([0.1])).toBe(0.1);
});

// NIST Statistical Reference Datasets, univariate summary statistics: certified means.
test.each([
  ['NumAcc1', [10000001, 10000003, 10000002], 10000002],
  ['NumAcc2', numAcc(1.2, 0.1), 1.2],
  ['NumAcc3', numAcc(1000000.2, 0.1), 1000000.2],
  ['NumAcc4', numAcc(10000000.2, 0.1), 10000000.2],
])('%s of NIST: the certified mean to 2 ulp', (_, values, certified) => {
  expect(Math.abs(mean(values) / certified - 1)).toBeLessThanOrEqual(2 * Number.EPSILON);
});

test('the mean of a typed array is that of the array', () => {
  expect(mean(Float64Array.of(1, 2, 6))).toBe(3);
});
