import { checkLevel, checkOptions, checkQuantity } from '../core/checks.ts';
import type { LevelOptions } from '../core/types.ts';
import { checkDurations, type Durations } from '../statistics/durations.ts';
import { productLimitCurve } from '../statistics/productLimitCurve.ts';
import type { RestrictedMeanOptions } from '../statistics/restrictedMean.ts';
import { type RestrictedMeanInterval, restrictedMeanInterval } from '../statistics/restrictedMeanInterval.ts';

/** The horizon, and the level of the interval. */
export interface LifespanWithinIntervalOptions extends RestrictedMeanOptions, LevelOptions {}

const METRIC = 'customerLifespanWithinInterval';

/**
 * `customerLifespanWithin` and how far off it may be.
 *
 * @param lifespans - what `customerLifespans` gave, or other durations
 * @param options - the horizon, in the unit of the lifespans, and the level
 * @returns estimate, ends cut at 0 and the horizon, standard error, horizon and level
 * @unit days
 * @range 0..
 * @undefinedWhen nobody was seen up to the horizon and the curve had not come down to 0 before (all NaN), or weights were
 * given (standard error and ends NaN)
 * @throws InputError `not-a-record`, `not-rows`, `length-mismatch`, `not-a-quantity`, `not-an-option`, `above-limit`,
 * `unknown-option`
 * @example
 * const lifespans = { time: [20, 35, 50, 80, 90], ended: [1, 1, 0, 1, 0] };
 * const { estimate, lower, upper } = customerLifespanWithinInterval(lifespans, { horizon: 60 });
 * [estimate, lower.toFixed(1), upper.toFixed(1)] // [47, '32.4', '60.0']
 * @complexity sorting the lifespans
 * @reference Klein and Moeschberger (2003), Survival analysis, section 4.5
 */
export function customerLifespanWithinInterval(
  lifespans: Durations,
  options: LifespanWithinIntervalOptions,
): RestrictedMeanInterval {
  checkDurations(METRIC, 'lifespans', lifespans);
  checkOptions(METRIC, options, ['horizon', 'level']);
  const { horizon, level = 0.95 } = options;
  checkQuantity(METRIC, 'horizon', horizon);
  checkLevel(METRIC, level);
  return restrictedMeanInterval(productLimitCurve(lifespans, { level }), { horizon });
}
