import type { SeededRandom } from '../seededRandom.ts';

/** A value of the exponential law with a rate above 0: at least 0, and 0 once in 2^53 draws. */
export function exponentialVariate(random: SeededRandom, rate: number): number {
  return -Math.log1p(-random.uniform()) / rate;
}
