import { checkLevel, checkOptions } from '../core/checks.ts';
import type { Interval, LevelOptions } from '../core/types.ts';
import { ratio } from '../numeric/ratio.ts';
import { levelDeviate } from './levelDeviate.ts';
import { checkProportionCounts, type ProportionCounts } from './proportionCounts.ts';
import { wilsonLower, wilsonUpper } from './wilson.ts';

/** A difference of two proportions and how far off it may be. */
export interface ProportionDifference extends Interval {
  /** The first proportion less the second. */
  readonly estimate: number;
  /** The level of the interval. */
  readonly level: number;
  /** How it was found. */
  readonly method: 'newcombe';
}

/**
 * Interval for the difference between the chances behind two independent proportions: Newcombe's hybrid score method
 * (his method 10), without continuity correction.
 *
 * With p, l, u the estimates and the Wilson ends of both, d = p1 - p2:
 * d - sqrt((p1 - l1)² + (u2 - p2)²) to d + sqrt((u1 - p1)² + (p2 - l2)²)
 *
 * @param first - successes and trials, whole
 * @param second - the same of what is subtracted
 * @param options - level
 * @returns estimate, ends, level and method
 * @unit difference of fractions
 * @range -1..1
 * @undefinedWhen either had no trial (estimate and ends NaN)
 * @throws InputError `not-a-record`, `not-a-count`, `above-limit`, `not-an-option`, `unknown-option`
 * @example
 * proportionDifference({ successes: 56, trials: 70 }, { successes: 48, trials: 80 }).lower.toFixed(4) // '0.0524'
 * @reference Newcombe (1998), Interval estimation for the difference between independent proportions: comparison of
 * eleven methods
 */
export function proportionDifference(
  first: ProportionCounts,
  second: ProportionCounts,
  options: LevelOptions = {},
): ProportionDifference {
  checkProportionCounts('proportionDifference', 'first', first);
  checkProportionCounts('proportionDifference', 'second', second);
  checkOptions('proportionDifference', options, ['level']);
  const { level = 0.95 } = options;
  checkLevel('proportionDifference', level);
  const z = levelDeviate(level);
  const one = distances(first, z);
  const two = distances(second, z);
  const estimate = ratio(first.successes, first.trials) - ratio(second.successes, second.trials);
  const lower = estimate - Math.sqrt(one.down * one.down + two.up * two.up);
  const upper = estimate + Math.sqrt(one.up * one.up + two.down * two.down);
  return { estimate, lower, upper, level, method: 'newcombe' };
}

/** How far the Wilson ends lie below and above the estimate. */
function distances({ successes, trials }: ProportionCounts, z: number): { down: number; up: number } {
  const estimate = ratio(successes, trials);
  return { down: estimate - wilsonLower(successes, trials, z), up: wilsonUpper(successes, trials, z) - estimate };
}
