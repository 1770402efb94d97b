import { checkCount, checkLevel, checkOptions } from '../core/checks.ts';
import type { Interval, LevelOptions } from '../core/types.ts';
import { levelDeviate } from '../statistics/levelDeviate.ts';
import { adjustedWald } from './adjustedWald.ts';
import { checkNetPromoterCounts } from './checkNetPromoterCounts.ts';
import type { NetPromoterCounts } from './netPromoterScore.ts';
import { scoreOf } from './scoreOf.ts';

/** A difference of two net promoter scores and how far off it may be, in points. */
export interface NetPromoterDifference extends Interval {
  /** The first score less the second, nothing added. */
  readonly estimate: number;
  /** The level of the interval. */
  readonly level: number;
  /** How it was found. */
  readonly method: 'squareAndAdd';
}

/**
 * Interval for the difference between the net promoter scores of two groups that share nobody: two markets, or two
 * quarters with other people asked.
 *
 * With s, l, u the scores and the adjusted Wald ends of both, d = s1 - s2:
 * d - sqrt((s1 - l1)^2 + (u2 - s2)^2) to d + sqrt((u1 - s1)^2 + (s2 - l2)^2)
 *
 * An end on the far side of its score, as `netPromoterInterval` tells, counts as the score: this interval always holds
 * its estimate.
 *
 * @param first - answers by category, whole
 * @param second - the same of what is subtracted: put the later of two quarters first
 * @param options - level
 * @returns estimate, ends, level and method
 * @unit points
 * @range -200..200
 * @undefinedWhen nobody answered in either (estimate and ends NaN)
 * @throws InputError `not-a-record`, `not-a-count`, `not-an-option`, `unknown-option`
 * @example
 * const north = { promoters: 50, passives: 30, detractors: 20 };
 * const south = { promoters: 35, passives: 35, detractors: 30 };
 * const { estimate, lower, upper } = netPromoterDifference(north, south);
 * [estimate, lower.toFixed(1), upper.toFixed(1)] // [25, '2.9', '46.1']
 * @see `pairedNetPromoterDifference`, where the same people answered twice
 * @reference Newcombe (1998), Interval estimation for the difference between independent proportions: the method, here
 * on the intervals of Rocks (2016), Interval estimation for the Net Promoter Score
 */
export function netPromoterDifference(
  first: NetPromoterCounts,
  second: NetPromoterCounts,
  options: LevelOptions = {},
): NetPromoterDifference {
  checkNetPromoterCounts('netPromoterDifference', 'first', first, checkCount);
  checkNetPromoterCounts('netPromoterDifference', 'second', second, checkCount);
  checkOptions('netPromoterDifference', options, ['level']);
  const { level = 0.95 } = options;
  checkLevel('netPromoterDifference', level);
  const z = levelDeviate(level);
  const one = distances(first, z);
  const two = distances(second, z);
  const estimate = one.score - two.score;
  const lower = estimate - Math.sqrt(one.down * one.down + two.up * two.up);
  const upper = estimate + Math.sqrt(one.up * one.up + two.down * two.down);
  return { estimate, lower, upper, level, method: 'squareAndAdd' };
}

/** A score and how far its interval reaches below and above it. */
function distances(counts: NetPromoterCounts, deviate: number): { score: number; down: number; up: number } {
  const score = scoreOf(counts);
  const { lower, upper } = adjustedWald(counts, deviate);
  return { score, down: Math.max(0, score - lower), up: Math.max(0, upper - score) };
}
