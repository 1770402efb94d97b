import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compoundGrowth, compoundLoss } from '../../src/numeric/compoundRate.ts';

test('no period compounds to nothing, whatever the rate', () => {
  for (const rate of [-1, -0.5, 0, 3]) expect(compoundGrowth(rate, 0)).toBe(0);
  for (const rate of [1, 0.5, 0, -3]) expect(compoundLoss(rate, 0)).toBe(0);
});

test('one period is the rate itself', () => {
  fc.assert(fc.property(fc.double({ min: -1, max: 1e9, noNaN: true }), (rate) => compoundGrowth(rate, 1) === rate));
});

test('losing all leaves nothing, in a twelfth of a period as in twelve', () => {
  for (const periods of [1 / 12, 1, 2, 12]) {
    expect(compoundGrowth(-1, periods)).toBe(-1);
    expect(compoundLoss(1, periods)).toBe(1);
  }
});

test('losing nothing is 0, not -0', () => {
  expect(compoundLoss(0, 12)).toBe(0);
  expect(compoundLoss(0, 1)).toBe(0);
});

test('losing half twice is losing three quarters', () => {
  expect(compoundLoss(0.5, 2)).toBeCloseTo(0.75, 15);
  expect(compoundGrowth(1, 3)).toBeCloseTo(7, 14);
});

test('a tiny rate keeps its digits: twelve months of 1e-12 lose 1.1999999999934e-11', () => {
  // 12 c - 66 c^2 + …
  expect(Math.abs(compoundLoss(1e-12, 12) / 1.1999999999934e-11 - 1)).toBeLessThan(1e-15);
});

test('there and back: the yearly rate of the monthly rate of a yearly rate', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-9, max: 0.999, noNaN: true }), (yearly) => {
      const back = compoundLoss(compoundLoss(yearly, 1 / 12), 12);
      expect(Math.abs(back / yearly - 1)).toBeLessThan(1e-13);
    }),
  );
});
