import type { PurchaseCountOptions } from '../purchaseOptions.ts';
import { countProbabilityOf, NEW_CUSTOMER } from '../purchaseVerbs.ts';
import { model } from './model.ts';
import type { ParetoNbdParameters } from './types.ts';

/**
 * Chance that a new customer makes just so many repeat purchases within a time after the first, by the Pareto/NBD
 * model.
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
 * paretoNbd.probabilityOfPurchasesOfNewCustomer({ r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 }, { purchases: 1,
 * horizon: 39 }) // 0.165562…
 * @reference Schmittlein, Morrison and Colombo (1987), Counting your customers: who are they and what will they do
 * next?
 * @reference Fader, Hardie and Lee (2005), RFM and CLV: using iso-value curves for customer base analysis (discounted
 * transactions)
 */
export function probabilityOfPurchasesOfNewCustomer(
  parameters: ParetoNbdParameters,
  options: PurchaseCountOptions,
): number {
  return countProbabilityOf('paretoNbd.probabilityOfPurchasesOfNewCustomer', model, parameters, options, NEW_CUSTOMER);
}
