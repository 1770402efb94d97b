import { checkOptions, checkQuantity } from '../core/checks.ts';
import { checkDurations, type Durations } from '../statistics/durations.ts';
import { productLimitCurve } from '../statistics/productLimitCurve.ts';
import { type RestrictedMeanOptions, restrictedMean } from '../statistics/restrictedMean.ts';

const METRIC = 'customerLifespanWithin';

/**
 * For how long someone is a customer on average within a horizon: the mean of the lesser of lifespan and horizon, where
 * those who still are customers count for as long as they have been seen.
 *
 * area under the product-limit curve of the lifespans from 0 to the horizon
 *
 * The mean without a horizon would need everyone to have been seen to the end. Times a margin per day it is what a customer
 * brings within the horizon.
 *
 * @param lifespans - what `customerLifespans` gave, or other durations
 * @param options - the horizon, in the unit of the lifespans
 * @returns the mean, in the unit of the lifespans
 * @unit days
 * @range 0..
 * @direction higher is better
 * @undefinedWhen nobody was seen up to the horizon and the curve had not come down to 0 before (NaN)
 * @throws InputError `not-a-record`, `not-rows`, `length-mismatch`, `not-a-quantity`, `not-an-option`, `above-limit`,
 * `unknown-option`
 * @example
 * customerLifespanWithin({ time: [20, 35, 50, 80, 90], ended: [1, 1, 0, 1, 0] }, { horizon: 60 }) // 47
 * @complexity sorting the lifespans
 * @see `customerLifespan`, the median
 * @reference Irwin (1949), The standard error of an estimate of expectation of life
 */
export function customerLifespanWithin(lifespans: Durations, options: RestrictedMeanOptions): number {
  checkDurations(METRIC, 'lifespans', lifespans);
  checkOptions(METRIC, options, ['horizon']);
  checkQuantity(METRIC, 'horizon', options.horizon);
  return restrictedMean(productLimitCurve(lifespans), options);
}
