import type { PurchaseCountOptions } from '../purchaseOptions.ts';
import { countProbabilityOf, NEW_CUSTOMER } from '../purchaseVerbs.ts';
import { model } from './model.ts';
import type { BgNbdParameters } from './types.ts';

/**
 * Chance that a new customer makes just so many repeat purchases within a time after the first, by the BG/NBD model.
 *
 * probabilityOfPurchases of a customer of whom nothing is known: frequency 0, recency 0, age 0
 *
 * @param parameters - those of a fit, or of your own
 * @param options - how many purchases, and how far ahead, in the time unit of the fit
 * @returns the chance
 * @unit fraction
 * @range 0..1
 * @direction neither
 * @undefinedWhen never
 * @throws InputError `not-a-record`, `not-a-quantity`, `not-a-count`, `above-limit`, `below-limit`, `unknown-option`
 * @example
 * bgNbd.probabilityOfPurchasesOfNewCustomer({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, { purchases: 1, horizon: 39
 * }) // 0.199395…
 * @reference Fader, Hardie and Lee (2005), Counting your customers the easy way: an alternative to the Pareto/NBD model
 */
export function probabilityOfPurchasesOfNewCustomer(
  parameters: BgNbdParameters,
  options: PurchaseCountOptions,
): number {
  return countProbabilityOf('bgNbd.probabilityOfPurchasesOfNewCustomer', model, parameters, options, NEW_CUSTOMER);
}
