import type { HorizonOptions } from '../purchaseOptions.ts';
import { expectedOf, NEW_CUSTOMER } from '../purchaseVerbs.ts';
import { model } from './model.ts';
import type { BgNbdParameters } from './types.ts';

/**
 * Repeat purchases that a new customer is expected to make within a time after the first, by the BG/NBD model.
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
 * bgNbd.expectedPurchasesOfNewCustomer({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, { horizon: 39 }) // 1.196723…
 * @reference Fader, Hardie and Lee (2005), Counting your customers the easy way: an alternative to the Pareto/NBD model
 */
export function expectedPurchasesOfNewCustomer(parameters: BgNbdParameters, options: HorizonOptions): number {
  return expectedOf('bgNbd.expectedPurchasesOfNewCustomer', model, parameters, options, NEW_CUSTOMER);
}
