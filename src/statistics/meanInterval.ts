import { checkLevel, checkOptions } from '../core/checks.ts';
import type { Interval, LevelOptions } from '../core/types.ts';
import { mean } from '../numeric/mean.ts';
import { studentQuantile } from '../numeric/special/studentQuantile.ts';
import { variance } from '../numeric/variance.ts';
import { checkValues } from './checkValues.ts';

/** A mean and how far off it may be. */
export interface MeanInterval extends Interval {
  /** The mean of the values. */
  readonly estimate: number;
  /** The level of the interval. */
  readonly level: number;
  /** How it was found: from Student's law. */
  readonly method: 'student';
}

/**
 * Interval for the mean of the law behind independent values.
 *
 * mean ± t sqrt(variance / n), t the (1 + level) / 2 quantile of Student's law with n - 1 degrees of freedom, the
 * variance with the divisor n - 1
 *
 * Exact for values of a normal law, and good for any other once there are so many that their mean is nearly normal: a
 * few dozen, more where a few values are far larger than the others. Values that are all equal give an interval of no
 * width.
 *
 * @param values - numbers, finite, in any order
 * @param options - level
 * @returns estimate, ends, level and method
 * @unit that of the values
 * @range any
 * @undefinedWhen there is no value (estimate and ends NaN), or only one (ends NaN)
 * @throws InputError `not-rows`, `not-a-number`, `not-an-option`, `unknown-option`
 * @example
 * const { estimate, lower, upper } = meanInterval([7, 6, 5, 7, 3]);
 * [estimate, lower.toFixed(2), upper.toFixed(2)] // [5.6, '3.52', '7.68']
 * @complexity two passes over the values
 * @reference Student (1908), The probable error of a mean
 */
export function meanInterval(values: ArrayLike<number>, options: LevelOptions = {}): MeanInterval {
  const own = checkValues('meanInterval', 'values', values);
  checkOptions('meanInterval', options, ['level']);
  const { level = 0.95 } = options;
  checkLevel('meanInterval', level);
  const estimate = mean(own);
  const t = -studentQuantile((1 - level) / 2, own.length - 1);
  const reach = t * Math.sqrt(variance(own) / own.length);
  return { estimate, lower: estimate - reach, upper: estimate + reach, level, method: 'student' };
}
