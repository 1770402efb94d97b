import { expect, test } from 'vitest';
import { dividedDifference } from '../../../src/numeric/special/dividedDifference.ts';

test('of 2 + 3 x + 5 x^2 - x^3 it is the quotient of the differences', () => {
  // At 2 the cubic is 20, at 5 it is 17.
  expect(dividedDifference([2, 3, 5, -1], 2, 5)).toBe(-1);
  expect(dividedDifference([2, 3, 5, -1], 5, 2)).toBe(-1);
});

test('at one point it is the slope: 3 + 10 x - 3 x^2', () => {
  expect(dividedDifference([2, 3, 5, -1], 2, 2)).toBe(11);
});

test('of a constant, and of nothing, it is 0', () => {
  expect([dividedDifference([7], 1, 2), dividedDifference([], 1, 2)]).toEqual([0, 0]);
});
