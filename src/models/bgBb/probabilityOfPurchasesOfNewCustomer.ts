import type { PurchaseCountOptions } from '../purchaseOptions.ts';
import { countProbabilityOf, NEW_CUSTOMER } from '../purchaseVerbs.ts';
import { model } from './model.ts';
import type { BgBbParameters } from './types.ts';

/**
 * Chance that a new customer makes just so many repeat purchases within a time after the first, by the BG/BB model.
 *
 * probabilityOfPurchases of a customer of whom nothing is known: frequency 0, recency 0, age 0
 *
 * @param parameters - those of a fit, or of your own
 * @param options - how many purchases, and how far ahead, in opportunities
 * @returns the chance
 * @unit fraction
 * @range 0..1
 * @direction neither
 * @undefinedWhen never
 * @throws InputError `not-a-record`, `not-a-quantity`, `not-a-count`, `above-limit`, `below-limit`, `unknown-option`
 * @example
 * bgBb.probabilityOfPurchasesOfNewCustomer({ alpha: 1.204, beta: 0.75, gamma: 0.657, delta: 2.783 }, { purchases: 1,
 * horizon: 5 }) // 0.180096…
 * @reference Fader, Hardie and Shang (2010), Customer-base analysis in a discrete-time noncontractual setting
 */
export function probabilityOfPurchasesOfNewCustomer(parameters: BgBbParameters, options: PurchaseCountOptions): number {
  return countProbabilityOf('bgBb.probabilityOfPurchasesOfNewCustomer', model, parameters, options, NEW_CUSTOMER);
}
