import { expect } from 'vitest';
import { type SeededRandom, seededRandom } from '../../../src/numeric/seededRandom.ts';

/** So many values of a law, from a seed. */
export function drawn(count: number, seed: number, draw: (random: SeededRandom) => number): Float64Array {
  const random = seededRandom(seed);
  return Float64Array.from({ length: count }, () => draw(random));
}

/**
 * The test of Kolmogorov and Smirnov: the greatest distance of the values' own distribution from that of the law, times
 * the root of their number, is above 1.95 once in a thousand.
 */
export function expectLaw(values: Float64Array, cdf: (value: number) => number): void {
  const sorted = values.slice().sort();
  let distance = 0;
  for (const [place, value] of sorted.entries()) {
    const share = cdf(value);
    distance = Math.max(distance, share - place / sorted.length, (place + 1) / sorted.length - share);
  }
  expect(distance * Math.sqrt(sorted.length)).toBeLessThan(1.95);
}

/** The mean is within 4 standard errors of that of the law. */
export function expectMean(values: ArrayLike<number>, mean: number, variance: number): void {
  const total = Array.from(values).reduce((sum, value) => sum + value, 0);
  expect(Math.abs(total / values.length - mean)).toBeLessThan(4 * Math.sqrt(variance / values.length));
}
