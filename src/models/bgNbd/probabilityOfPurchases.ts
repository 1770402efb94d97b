import type { PurchaseCountOptions } from '../purchaseOptions.ts';
import type { PurchaseHistory } from '../purchaseTypes.ts';
import { countProbabilityOf } from '../purchaseVerbs.ts';
import { model } from './model.ts';
import type { BgNbdParameters } from './types.ts';

/**
 * Chance that a known customer makes just so many purchases within a time to come, by the BG/NBD model.
 *
 * P(alive) (P(n purchases of one who never leaves) (b + x)_n / (a + b + x)_n + P(n or more) x P(leaving at the n-th))
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
 * bgNbd.probabilityOfPurchases({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, { frequency: 2, recency: 30.43, age:
 * 38.86 }, { purchases: 1, horizon: 39 }) // 0.239318…
 * @reference Fader, Hardie and Lee (2005), Counting your customers the easy way: an alternative to the Pareto/NBD model
 */
export function probabilityOfPurchases(
  parameters: BgNbdParameters,
  customer: PurchaseHistory,
  options: PurchaseCountOptions,
): number {
  return countProbabilityOf('bgNbd.probabilityOfPurchases', model, parameters, options, customer);
}
