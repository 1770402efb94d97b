import { ratio } from '../numeric/ratio.ts';
import { pooledError, twoSidedChance } from './pooledZ.ts';
import { checkProportionCounts, type ProportionCounts } from './proportionCounts.ts';

/** How hard two proportions are to put down to one chance. */
export interface ProportionTest {
  /** The difference, the first less the second, in standard errors. */
  readonly statistic: number;
  /** How often chance alone, the same on both sides, makes a difference at least as large, either way. */
  readonly pValue: number;
  /** How it was found: by the normal law, with the variance of all trials together. */
  readonly method: 'pooledZ';
}

const METRIC = 'proportionTest';

/**
 * Test of whether two independent proportions may have one chance behind them: the z test with pooled variance, whose
 * square is the chi-square test of the table of two by two, without continuity correction.
 *
 * z = (p1 - p2) / sqrt(p (1 - p) (1 / n1 + 1 / n2)), p the share of all trials together; twice the normal tail beyond |z|
 *
 * Good where each side may expect some five successes and five failures. A small p-value says that there is a difference,
 * not that it is large: `proportionDifference` says how large.
 *
 * @param first - successes and trials, whole
 * @param second - the same of what is subtracted
 * @returns statistic, two-sided p-value and method
 * @undefinedWhen either had no trial, or every trial of both came out alike (statistic and p-value NaN)
 * @throws InputError `not-a-record`, `not-a-count`, `above-limit`
 * @example
 * const test = proportionTest({ successes: 56, trials: 70 }, { successes: 48, trials: 80 });
 * [test.statistic.toFixed(3), test.pValue.toFixed(4)] // ['2.650', '0.0080']
 * @see `adjustedPValues`, for several at once
 * @reference Pearson (1900), On the criterion that a given system of deviations from the probable in the case of a
 * correlated system of variables is such that it can be reasonably supposed to have arisen from random sampling
 */
export function proportionTest(first: ProportionCounts, second: ProportionCounts): ProportionTest {
  checkProportionCounts(METRIC, 'first', first);
  checkProportionCounts(METRIC, 'second', second);
  const difference = ratio(first.successes, first.trials) - ratio(second.successes, second.trials);
  const statistic = ratio(difference, pooledError(first, second));
  return { statistic, pValue: twoSidedChance(statistic), method: 'pooledZ' };
}
