import type { Durations } from '../statistics/durations.ts';
import { medianDuration } from '../statistics/medianDuration.ts';

/**
 * The typical time for which someone is a customer: the median, where those who still are count for as long as they have
 * been seen, and never as gone.
 *
 * time at which the product-limit curve of the lifespans comes down to 1/2
 *
 * Half of all customers stay longer than that; it says nothing of how much longer. `survivalQuantile` of
 * `productLimitCurve(lifespans)` gives it with an interval.
 *
 * @param lifespans - what `customerLifespans` gave, or other durations
 * @returns the median, in the unit of the lifespans
 * @unit days
 * @range 0..
 * @direction higher is better
 * @undefinedWhen there is no customer, or the curve does not come down to a half, as where more than half are still there (NaN)
 * @throws InputError `not-a-record`, `not-rows`, `length-mismatch`, `not-a-quantity`, `not-an-option`, `above-limit`
 * @example
 * customerLifespan({ time: [20, 35, 50, 80, 90], ended: [1, 1, 0, 1, 0] }) // 80
 * @complexity sorting the lifespans
 * @see `customerLifespanWithin`, the mean up to a horizon; `averageLifespan`, 1 over a churn rate
 * @reference Kaplan and Meier (1958), Nonparametric estimation from incomplete observations
 */
export function customerLifespan(lifespans: Durations): number {
  return medianDuration('customerLifespan', 'lifespans', lifespans).estimate;
}
