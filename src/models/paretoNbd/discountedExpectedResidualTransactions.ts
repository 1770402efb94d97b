import type { DiscountedPurchaseOptions } from '../purchaseOptions.ts';
import type { PurchaseHistory } from '../purchaseTypes.ts';
import { discountedOf } from '../purchaseVerbs.ts';
import { model } from './model.ts';
import type { ParetoNbdParameters } from './types.ts';

/**
 * Purchases that a known customer is expected to make in time to come, later ones discounted, by the Pareto/NBD model:
 * times margin, what the customer is still worth.
 *
 * P(alive) (r + x) / (alpha + T) x integral from 0 to horizon of e^(-d u) ((beta + T) / (beta + T + u))^s du
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
 * paretoNbd.discountedExpectedResidualTransactions({ r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 }, { frequency: 2,
 * recency: 30.43, age: 38.86 }, { discountRate: 0.0025 }) // 6.797624…
 * @reference Schmittlein, Morrison and Colombo (1987), Counting your customers: who are they and what will they do
 * next?
 * @reference Fader, Hardie and Lee (2005), RFM and CLV: using iso-value curves for customer base analysis (discounted
 * transactions)
 */
export function discountedExpectedResidualTransactions(
  parameters: ParetoNbdParameters,
  customer: PurchaseHistory,
  options: DiscountedPurchaseOptions,
): number {
  return discountedOf('paretoNbd.discountedExpectedResidualTransactions', model, parameters, options, customer);
}
