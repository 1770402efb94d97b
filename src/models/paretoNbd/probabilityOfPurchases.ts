import type { PurchaseCountOptions } from '../purchaseOptions.ts';
import type { PurchaseHistory } from '../purchaseTypes.ts';
import { countProbabilityOf } from '../purchaseVerbs.ts';
import { model } from './model.ts';
import type { ParetoNbdParameters } from './types.ts';

/**
 * Chance that a known customer makes just so many purchases within a time to come, by the Pareto/NBD model.
 *
 * P(alive) x the mean, over when one leaves, of the negative binomial chance of n purchases by then or by the horizon
 *
 * For no purchase the chance of having left already comes on top.
 *
 * @param parameters - those of a fit, or of your own
 * @param customer - frequency, recency and age, in the time unit of the fit
 * @param options - how many purchases, and how far ahead, in the time unit of the fit
 * @returns the chance
 * @unit fraction
 * @range 0..1
 * @direction neither
 * @undefinedWhen never
 * @throws InputError `not-a-record`, `not-a-quantity`, `not-a-count`, `above-limit`, `below-limit`, `unknown-option`
 * @example
 * paretoNbd.probabilityOfPurchases({ r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 }, { frequency: 2, recency: 30.43,
 * age: 38.86 }, { purchases: 1, horizon: 39 }) // 0.219287…
 * @reference Schmittlein, Morrison and Colombo (1987), Counting your customers: who are they and what will they do
 * next?
 * @reference Fader, Hardie and Lee (2005), RFM and CLV: using iso-value curves for customer base analysis (discounted
 * transactions)
 */
export function probabilityOfPurchases(
  parameters: ParetoNbdParameters,
  customer: PurchaseHistory,
  options: PurchaseCountOptions,
): number {
  return countProbabilityOf('paretoNbd.probabilityOfPurchases', model, parameters, options, customer);
}
