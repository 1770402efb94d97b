import type { DiscountedPurchaseOptions } from '../purchaseOptions.ts';
import type { PurchaseHistory } from '../purchaseTypes.ts';
import { discountedOf } from '../purchaseVerbs.ts';
import { model } from './model.ts';
import type { BgNbdParameters } from './types.ts';

/**
 * Purchases that a known customer is expected to make in time to come, later ones discounted, by the BG/NBD model:
 * times margin, what the customer is still worth.
 *
 * P(alive) x integral from 0 to horizon of e^(-d u) times the pace of purchases at u
 *
 * d is ln(1 + discountRate), or the continuous rate. All time to come unless a horizon is given; without discount and
 * horizon it may be Infinity, as for `expectedPurchases`.
 *
 * @param parameters - those of a fit, or of your own
 * @param customer - frequency, recency and age, in the time unit of the fit
 * @param options - discount per unit of time, and how far ahead, in the time unit of the fit
 * @returns the discounted number of purchases
 * @unit purchases
 * @range 0..
 * @direction higher is better
 * @undefinedWhen never
 * @throws InputError `not-a-record`, `not-a-quantity`, `not-a-count`, `above-limit`, `below-limit`, `unknown-option`,
 * `not-an-option`
 * @example
 * bgNbd.discountedExpectedResidualTransactions({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, { frequency: 2, recency:
 * 30.43, age: 38.86 }, { discountRate: 0.0025 }) // 5.385790…
 * @reference Fader, Hardie and Lee (2005), Counting your customers the easy way: an alternative to the Pareto/NBD model
 */
export function discountedExpectedResidualTransactions(
  parameters: BgNbdParameters,
  customer: PurchaseHistory,
  options: DiscountedPurchaseOptions,
): number {
  return discountedOf('bgNbd.discountedExpectedResidualTransactions', model, parameters, options, customer);
}
