import type { HorizonOptions } from '../purchaseOptions.ts';
import { expectedOf, NEW_CUSTOMER } from '../purchaseVerbs.ts';
import { model } from './model.ts';
import type { ParetoNbdParameters } from './types.ts';

/**
 * Repeat purchases that a new customer is expected to make within a time after the first, by the Pareto/NBD model.
 *
 * expectedPurchases of a customer of whom nothing is known: frequency 0, recency 0, age 0
 *
 * @param parameters - those of a fit, or of your own
 * @param options - how far ahead, in the time unit of the fit
 * @returns the expected number of purchases after the first
 * @unit purchases
 * @range 0..
 * @direction higher is better
 * @undefinedWhen never
 * @throws InputError `not-a-record`, `not-a-quantity`, `not-a-count`, `above-limit`, `below-limit`, `unknown-option`
 * @example
 * paretoNbd.expectedPurchasesOfNewCustomer({ r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 }, { horizon: 39 }) // 1.213002…
 * @reference Schmittlein, Morrison and Colombo (1987), Counting your customers: who are they and what will they do
 * next?
 * @reference Fader, Hardie and Lee (2005), RFM and CLV: using iso-value curves for customer base analysis (discounted
 * transactions)
 */
export function expectedPurchasesOfNewCustomer(parameters: ParetoNbdParameters, options: HorizonOptions): number {
  return expectedOf('paretoNbd.expectedPurchasesOfNewCustomer', model, parameters, options, NEW_CUSTOMER);
}
