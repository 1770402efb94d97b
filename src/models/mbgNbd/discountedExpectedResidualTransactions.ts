import type { DiscountedPurchaseOptions } from '../purchaseOptions.ts';
import type { PurchaseHistory } from '../purchaseTypes.ts';
import { discountedOf } from '../purchaseVerbs.ts';
import { model } from './model.ts';
import type { MbgNbdParameters } from './types.ts';

/**
 * Purchases that a known customer is expected to make in time to come, later ones discounted, by the MBG/NBD model:
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
 * mbgNbd.discountedExpectedResidualTransactions({ r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 }, { frequency: 2,
 * recency: 30.43, age: 38.86 }, { discountRate: 0.0025 }) // 5.115355…
 * @reference Batislam, Denizel and Filiztekin (2007), Empirical validation and comparison of models for customer base
 * analysis
 * @reference Hoppe and Wagner (2007), Customer base analysis: the case for a central variant of the betageometric/NBD
 * model
 */
export function discountedExpectedResidualTransactions(
  parameters: MbgNbdParameters,
  customer: PurchaseHistory,
  options: DiscountedPurchaseOptions,
): number {
  return discountedOf('mbgNbd.discountedExpectedResidualTransactions', model, parameters, options, customer);
}
