import type { DiscountedPurchaseOptions } from '../purchaseOptions.ts';
import { discountedOf, NEW_CUSTOMER } from '../purchaseVerbs.ts';
import { model } from './model.ts';
import type { BgNbdParameters } from './types.ts';

/**
 * Repeat purchases that a new customer is expected to make, later ones discounted, by the BG/NBD model: times margin,
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
 * bgNbd.discountedExpectedTransactionsOfNewCustomer({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, { discountRate:
 * 0.0025 }) // 3.784973…
 * @reference Fader, Hardie and Lee (2005), Counting your customers the easy way: an alternative to the Pareto/NBD model
 */
export function discountedExpectedTransactionsOfNewCustomer(
  parameters: BgNbdParameters,
  options: DiscountedPurchaseOptions,
): number {
  return discountedOf('bgNbd.discountedExpectedTransactionsOfNewCustomer', model, parameters, options, NEW_CUSTOMER);
}
