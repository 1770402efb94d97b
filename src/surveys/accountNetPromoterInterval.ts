import { checkLevel, checkOptions } from '../core/checks.ts';
import type { LevelOptions } from '../core/types.ts';
import { type MeanInterval, meanInterval } from '../statistics/meanInterval.ts';
import { accountScores } from './accountNetPromoterScore.ts';
import type { NetPromoterCounts } from './netPromoterScore.ts';

const METRIC = 'accountNetPromoterInterval';

/**
 * Interval for the net promoter score of the average account, from the answers of some accounts drawn at random.
 *
 * mean of the accounts' scores ± t sqrt(variance of the scores / accounts), t Student's with accounts - 1 degrees of
 * freedom, cut at -100 and 100
 *
 * Accounts are what varies here, not people: ten answers of one account tell of one account. It needs some twenty
 * accounts that differ; where all of them have the same score it is that score alone, however few they are.
 *
 * @param accounts - answers by category of each account; those without an answer do not count
 * @param options - level
 * @returns estimate, ends, level and method
 * @unit points
 * @range -100..100
 * @undefinedWhen no account has an answer (estimate and ends NaN), or only one has (ends NaN)
 * @throws InputError `not-rows`, `not-a-record`, `not-a-quantity`, `not-an-option`, `unknown-option`
 * @example
 * const accounts = [8, 5, 2, 9, 6].map((promoters) => ({ promoters, passives: 0, detractors: 10 - promoters }));
 * const { estimate, lower, upper } = accountNetPromoterInterval(accounts);
 * [estimate, lower.toFixed(1), upper.toFixed(1)] // [20, '-48.0', '88.0']
 * @reference Student (1908), The probable error of a mean
 */
export function accountNetPromoterInterval(
  accounts: readonly NetPromoterCounts[],
  options: LevelOptions = {},
): MeanInterval {
  const scores = accountScores(METRIC, accounts);
  checkOptions(METRIC, options, ['level']);
  const { level = 0.95 } = options;
  checkLevel(METRIC, level);
  const interval = meanInterval(scores, { level });
  return { ...interval, lower: Math.max(-100, interval.lower), upper: Math.min(100, interval.upper) };
}
