import { checkAtMost, checkCount, checkLevel, checkOptions, checkRecord } from '../core/checks.ts';
import type { LevelOptions } from '../core/types.ts';
import { type ProportionInterval, proportionInterval } from '../statistics/proportionInterval.ts';
import type { SatisfactionCounts } from './customerSatisfactionScore.ts';

const METRIC = 'customerSatisfactionInterval';

/**
 * Interval for the share of all customers who are satisfied, from the answers of some who were drawn at random.
 *
 * Wilson's score interval, as `proportionInterval` gives it for satisfied of answers
 *
 * @param counts - satisfied answers and all, whole
 * @param options - level
 * @returns estimate, ends, level and method
 * @unit fraction
 * @range 0..1
 * @undefinedWhen nobody answered (estimate and ends NaN)
 * @throws InputError `not-a-record`, `not-a-count`, `above-limit`, `not-an-option`, `unknown-option`
 * @example
 * const { lower, upper } = customerSatisfactionInterval({ satisfied: 84, answers: 120 });
 * [lower.toFixed(3), upper.toFixed(3)] // ['0.613', '0.775']
 * @reference Wilson (1927), Probable inference, the law of succession, and statistical inference
 */
export function customerSatisfactionInterval(
  counts: SatisfactionCounts,
  options: LevelOptions = {},
): ProportionInterval {
  checkRecord(METRIC, 'counts', counts);
  const { satisfied, answers } = counts;
  checkCount(METRIC, 'satisfied', satisfied);
  checkCount(METRIC, 'answers', answers);
  checkAtMost(METRIC, 'satisfied', satisfied, 'answers', answers);
  checkOptions(METRIC, options, ['level']);
  const { level = 0.95 } = options;
  checkLevel(METRIC, level);
  return proportionInterval({ successes: satisfied, trials: answers }, { level });
}
