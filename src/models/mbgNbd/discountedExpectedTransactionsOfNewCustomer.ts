import type { DiscountedPurchaseOptions } from '../purchaseOptions.ts';
import { discountedOf, NEW_CUSTOMER } from '../purchaseVerbs.ts';
import { model } from './model.ts';
import type { MbgNbdParameters } from './types.ts';

/**
 * Repeat purchases that a new customer is expected to make, later ones discounted, by the MBG/NBD model: times margin,
 * and with that of the first purchase, what to set against acquisition cost.
 *
 * discountedExpectedResidualTransactions of a customer of whom nothing is known: frequency 0, recency 0, age 0
 *
 * @param parameters - those of a fit, or of your own
 * @param options - discount per unit of time, and how far ahead, in the time unit of the fit
 * @returns the discounted number of purchases after the first
 * @unit purchases
 * @range 0..
 * @direction higher is better
 * @undefinedWhen never
 * @throws InputError `not-a-record`, `not-a-quantity`, `not-a-count`, `above-limit`, `below-limit`, `unknown-option`,
 * `not-an-option`
 * @example
 * mbgNbd.discountedExpectedTransactionsOfNewCustomer({ r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 }, { discountRate:
 * 0.0025 }) // 3.390112…
 * @reference Batislam, Denizel and Filiztekin (2007), Empirical validation and comparison of models for customer base
 * analysis
 * @reference Hoppe and Wagner (2007), Customer base analysis: the case for a central variant of the betageometric/NBD
 * model
 */
export function discountedExpectedTransactionsOfNewCustomer(
  parameters: MbgNbdParameters,
  options: DiscountedPurchaseOptions,
): number {
  return discountedOf('mbgNbd.discountedExpectedTransactionsOfNewCustomer', model, parameters, options, NEW_CUSTOMER);
}
