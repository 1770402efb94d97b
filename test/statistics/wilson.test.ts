import fc from 'fast-check';
import { expect, test } from 'vitest';
import { levelDeviate } from '../../src/statistics/levelDeviate.ts';
import { wilsonLower, wilsonUpper } from '../../src/statistics/wilson.ts';

test('the deviate of 0.95 is 1.96, that of 0.5 is the quartile, and that of nothing is nothing', () => {
  expect(levelDeviate(0.95)).toBeCloseTo(1.959963984540054, 14);
  expect(levelDeviate(0.5)).toBeCloseTo(0.6744897501960817, 15);
  expect(levelDeviate(1e-300)).toBeCloseTo(0, 15);
});

test('the ends solve Wilson’s equation: |p - estimate| = z sqrt(p (1 - p) / n)', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.double({ min: 0, max: 1, noNaN: true }), (trials, share) => {
      const successes = Math.floor(trials * share);
      for (const p of [wilsonLower(successes, trials, 1.96), wilsonUpper(successes, trials, 1.96)]) {
        const reach = 1.96 * Math.sqrt((p * (1 - p)) / trials);
        expect(Math.abs(Math.abs(p - successes / trials) - reach)).toBeLessThan(1e-12);
      }
    }),
  );
});

test('one success in a million million keeps its digits below', () => {
  // n L is the smaller root of L^2 - (2 + z^2) L + 1, but for parts of 1 / n.
  const root = (2 + 1.96 ** 2 - Math.sqrt((2 + 1.96 ** 2) ** 2 - 4)) / 2;
  expect(Math.abs((wilsonLower(1, 1e12, 1.96) * 1e12) / root - 1)).toBeLessThan(1e-11);
});

test('no trial is NaN, and a deviate of 0 leaves the estimate', () => {
  expect([wilsonLower(0, 0, 1.96), wilsonUpper(0, 0, 1.96)]).toEqual([Number.NaN, Number.NaN]);
  for (const successes of [0, 1, 3]) {
    expect([wilsonLower(successes, 3, 0), wilsonUpper(successes, 3, 0)]).toEqual([successes / 3, successes / 3]);
  }
});
