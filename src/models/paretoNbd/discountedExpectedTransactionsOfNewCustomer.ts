import type { DiscountedPurchaseOptions } from '../purchaseOptions.ts';
import { discountedOf, NEW_CUSTOMER } from '../purchaseVerbs.ts';
import { model } from './model.ts';
import type { ParetoNbdParameters } from './types.ts';

/**
 * Repeat purchases that a new customer is expected to make, later ones discounted, by the Pareto/NBD model: times
 * margin, and with that of the first purchase, what to set against acquisition cost.
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
 * paretoNbd.discountedExpectedTransactionsOfNewCustomer({ r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 }, {
 * discountRate: 0.0025 }) // 4.117255…
 * @reference Schmittlein, Morrison and Colombo (1987), Counting your customers: who are they and what will they do
 * next?
 * @reference Fader, Hardie and Lee (2005), RFM and CLV: using iso-value curves for customer base analysis (discounted
 * transactions)
 */
export function discountedExpectedTransactionsOfNewCustomer(
  parameters: ParetoNbdParameters,
  options: DiscountedPurchaseOptions,
): number {
  return discountedOf(
    'paretoNbd.discountedExpectedTransactionsOfNewCustomer',
    model,
    parameters,
    options,
    NEW_CUSTOMER,
  );
}
