import type { Interval } from '../core/types.ts';
import { ratio } from '../numeric/ratio.ts';
import { sum } from '../numeric/sum.ts';
import type { ProportionCounts } from './proportionCounts.ts';
import { wilsonLower, wilsonUpper } from './wilson.ts';

/** What is alike on both sides but for the side: the same cohort, age or market. */
export interface Stratum {
  readonly first: ProportionCounts;
  readonly second: ProportionCounts;
}

/** A difference of proportions with its interval. */
export interface StratifiedDifference {
  readonly estimate: number;
  readonly interval: Interval;
}

/**
 * The difference of two proportions within strata, each weighed by all of its trials (direct standardisation), from counts
 * that have been checked, none of them of no trial. NaN of no stratum.
 *
 * The interval puts the Wilson ends of all proportions together (MOVER): a stratum in which everyone or no one succeeds
 * still says how far off it may be, which p (1 - p) / n does not. Of one stratum it is Newcombe's.
 *
 * Zou, Huang and Zhang (2009), A note on confidence interval estimation for a linear function of binomial proportions.
 */
export function stratifiedDifference(strata: readonly Stratum[], z: number): StratifiedDifference {
  const trials = strata.map(({ first, second }) => first.trials + second.trials);
  const total = sum(trials);
  const weighted = (value: (stratum: Stratum) => number, power: number): number =>
    strata.length === 0 ? Number.NaN : sum(strata.map((one, place) => (trials[place]! / total) ** power * value(one)));
  const estimate = weighted(({ first, second }) => rate(first) - rate(second), 1);
  const below = weighted(({ first, second }) => down(first, z) ** 2 + up(second, z) ** 2, 2);
  const above = weighted(({ first, second }) => up(first, z) ** 2 + down(second, z) ** 2, 2);
  return { estimate, interval: { lower: estimate - Math.sqrt(below), upper: estimate + Math.sqrt(above) } };
}

function rate({ successes, trials }: ProportionCounts): number {
  return ratio(successes, trials);
}

/** How far the lower Wilson end lies below the rate. */
function down(counts: ProportionCounts, z: number): number {
  return rate(counts) - wilsonLower(counts.successes, counts.trials, z);
}

/** How far the upper Wilson end lies above the rate. */
function up(counts: ProportionCounts, z: number): number {
  return wilsonUpper(counts.successes, counts.trials, z) - rate(counts);
}
