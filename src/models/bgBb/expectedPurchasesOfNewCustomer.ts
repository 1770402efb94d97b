import type { HorizonOptions } from '../purchaseOptions.ts';
import { expectedOf, NEW_CUSTOMER } from '../purchaseVerbs.ts';
import { model } from './model.ts';
import type { BgBbParameters } from './types.ts';

/**
 * Repeat purchases that a new customer is expected to make within a time after the first, by the BG/BB model.
 *
 * expectedPurchases of a customer of whom nothing is known: frequency 0, recency 0, age 0
 *
 * @param parameters - those of a fit, or of your own
 * @param options - how far ahead, in opportunities
 * @returns the expected number of purchases after the first
 * @unit purchases
 * @range 0..
 * @direction higher is better
 * @undefinedWhen never
 * @throws InputError `not-a-record`, `not-a-quantity`, `not-a-count`, `above-limit`, `below-limit`, `unknown-option`
 * @example
 * bgBb.expectedPurchasesOfNewCustomer({ alpha: 1.204, beta: 0.75, gamma: 0.657, delta: 2.783 }, { horizon: 5 }) // 1.937707…
 * @reference Fader, Hardie and Shang (2010), Customer-base analysis in a discrete-time noncontractual setting
 */
export function expectedPurchasesOfNewCustomer(parameters: BgBbParameters, options: HorizonOptions): number {
  return expectedOf('bgBb.expectedPurchasesOfNewCustomer', model, parameters, options, NEW_CUSTOMER);
}
