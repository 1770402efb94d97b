import { ratio } from '../numeric/ratio.ts';
import { normalCdf } from '../numeric/special/normalCdf.ts';
import type { ProportionCounts } from './proportionCounts.ts';

// The parts of the pooled z test from counts that have been checked, for tables of many tests.

/** The standard error of a difference of two proportions, were both of one chance: that of all trials together. */
export function pooledError(first: ProportionCounts, second: ProportionCounts): number {
  const trials = first.trials + second.trials;
  const successes = first.successes + second.successes;
  const variance = ratio(successes, trials) * ratio(trials - successes, trials);
  return Math.sqrt(variance * (ratio(1, first.trials) + ratio(1, second.trials)));
}

/** The chance that a standard normal value lies at least as far from 0 as z, to either side. */
export function twoSidedChance(z: number): number {
  return 2 * normalCdf(-Math.abs(z));
}
