import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../src/numeric/seededRandom.ts';

// From the definition in the doc blocks, in Python's integers without bound.
const GOLDEN = [0.3486163386005965, 0.2507277372311222, 0.5636075757267254];

const draw = (seed: number, count: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => random.uniform());
};

describe('seededRandom', () => {
  test('the same seed gives the same stream', () => {
    fc.assert(fc.property(fc.maxSafeInteger(), (seed) => void expect(draw(seed, 20)).toEqual(draw(seed, 20))));
  });

  test('two seeds give two streams, however alike they are', () => {
    const seeds = [0, 1, 2, -1, -2, 2 ** 31, 2 ** 32, 2 ** 32 + 1, -(2 ** 32), 2 ** 53 - 1, 1 - 2 ** 53];
    const firsts = new Set(seeds.map((seed) => draw(seed, 2).join()));
    expect(firsts.size).toBe(seeds.length);
    for (const seed of seeds.slice(1)) expect(draw(seed, 1)).not.toEqual(draw(0, 1));
  });

  test('uniform numbers lie from 0 below 1 and are multiples of 2^-53', () => {
    for (const x of draw(7, 10_000)) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThan(1);
      expect(Number.isInteger(x * 2 ** 53)).toBe(true);
    }
  });

  // Chi-square over 100 bins has mean 99 and standard deviation 14.1: 160 is more than 4 of them off.
  test('uniform numbers are spread evenly, over a stream and over the first number of neighbouring seeds', () => {
    const stream = draw(1, 100_000);
    const firsts = Array.from({ length: 100_000 }, (_, seed) => seededRandom(seed).uniform());
    for (const numbers of [stream, firsts]) {
      const bins = new Array<number>(100).fill(0);
      for (const x of numbers) bins[Math.floor(x * 100)]! += 1;
      const chiSquare = bins.reduce((total, n) => total + (n - 1000) ** 2 / 1000, 0);
      expect(chiSquare).toBeLessThan(160);
      expect(chiSquare).toBeGreaterThan(50);
    }
  });

  test('successive numbers are not correlated', () => {
    const stream = draw(3, 100_000);
    const products = stream.slice(1).reduce((total, x, i) => total + (x - 0.5) * (stream[i]! - 0.5), 0);
    expect(Math.abs((12 * products) / 99_999)).toBeLessThan(4 / Math.sqrt(99_999));
  });

  test('whole numbers below a count are whole, below it, and each comes up', () => {
    const random = seededRandom(11);
    for (const count of [1, 2, 3, 7, 100]) {
      const seen = new Set(Array.from({ length: 100 * count }, () => random.below(count)));
      expect([...seen].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i));
    }
  });

  test('no number is favoured even where the count does not divide 2^32', () => {
    // Of 3 x 2^30 numbers plain remainders would hit the lower third twice as often as the rest.
    const random = seededRandom(5);
    const lower = Array.from({ length: 60_000 }, () => random.below(3 * 2 ** 30)).filter((n) => n < 2 ** 30).length;
    expect(Math.abs(lower - 20_000)).toBeLessThan(4 * Math.sqrt((60_000 * 2) / 9));
  });

  test('the widest count gives every 32-bit number', () => {
    const random = seededRandom(9);
    const numbers = Array.from({ length: 1000 }, () => random.below(2 ** 32));
    expect(Math.max(...numbers)).toBeGreaterThan(0.99 * 2 ** 32);
    expect(numbers.every(Number.isInteger)).toBe(true);
  });

  test('a golden stream: the bytes of a seed never change from release to release', () => {
    expect(draw(20261122, 3)).toEqual(GOLDEN);
  });
});
