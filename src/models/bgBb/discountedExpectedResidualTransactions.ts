import type { DiscountedPurchaseOptions } from '../purchaseOptions.ts';
import type { PurchaseHistory } from '../purchaseTypes.ts';
import { discountedOf } from '../purchaseVerbs.ts';
import { model } from './model.ts';
import type { BgBbParameters } from './types.ts';

/**
 * Purchases that a known customer is expected to make in time to come, later ones discounted, by the BG/BB model: times
 * margin, what the customer is still worth.
 *
 * P(alive at n) (alpha + x) / (alpha + beta + n) x sum for k = 1 to horizon of (delta + n)_k / (gamma + delta + n)_k
 * e^(-d k)
 *
 * d is ln(1 + discountRate), or the continuous rate. All time to come unless a horizon is given; without discount and
 * horizon it may be Infinity, as for `expectedPurchases`.
 *
 * @param parameters - those of a fit, or of your own
 * @param customer - frequency, recency and age in opportunities
 * @param options - discount per opportunity, and how far ahead, in opportunities
 * @returns the discounted number of purchases
 * @unit purchases
 * @range 0..
 * @direction higher is better
 * @undefinedWhen never
 * @throws InputError `not-a-record`, `not-a-quantity`, `not-a-count`, `above-limit`, `below-limit`, `unknown-option`,
 * `not-an-option`
 * @example
 * bgBb.discountedExpectedResidualTransactions({ alpha: 1.204, beta: 0.75, gamma: 0.657, delta: 2.783 }, { frequency: 2,
 * recency: 4, age: 6 }, { discountRate: 0.1 }) // 1.665069…
 * @reference Fader, Hardie and Shang (2010), Customer-base analysis in a discrete-time noncontractual setting
 */
export function discountedExpectedResidualTransactions(
  parameters: BgBbParameters,
  customer: PurchaseHistory,
  options: DiscountedPurchaseOptions,
): number {
  return discountedOf('bgBb.discountedExpectedResidualTransactions', model, parameters, options, customer);
}
