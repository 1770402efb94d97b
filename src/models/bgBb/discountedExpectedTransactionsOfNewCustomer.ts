import type { DiscountedPurchaseOptions } from '../purchaseOptions.ts';
import { discountedOf, NEW_CUSTOMER } from '../purchaseVerbs.ts';
import { model } from './model.ts';
import type { BgBbParameters } from './types.ts';

/**
 * Repeat purchases that a new customer is expected to make, later ones discounted, by the BG/BB model: times margin,
 * and with that of the first purchase, what to set against acquisition cost.
 *
 * discountedExpectedResidualTransactions of a customer of whom nothing is known: frequency 0, recency 0, age 0
 *
 * @param parameters - those of a fit, or of your own
 * @param options - discount per opportunity, and how far ahead, in opportunities
 * @returns the discounted number of purchases after the first
 * @unit purchases
 * @range 0..
 * @direction higher is better
 * @undefinedWhen never
 * @throws InputError `not-a-record`, `not-a-quantity`, `not-a-count`, `above-limit`, `below-limit`, `unknown-option`,
 * `not-an-option`
 * @example
 * bgBb.discountedExpectedTransactionsOfNewCustomer({ alpha: 1.204, beta: 0.75, gamma: 0.657, delta: 2.783 }, {
 * discountRate: 0.1 }) // 2.700952…
 * @reference Fader, Hardie and Shang (2010), Customer-base analysis in a discrete-time noncontractual setting
 */
export function discountedExpectedTransactionsOfNewCustomer(
  parameters: BgBbParameters,
  options: DiscountedPurchaseOptions,
): number {
  return discountedOf('bgBb.discountedExpectedTransactionsOfNewCustomer', model, parameters, options, NEW_CUSTOMER);
}
