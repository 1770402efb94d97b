import type { PurchaseCountOptions } from '../purchaseOptions.ts';
import type { PurchaseHistory } from '../purchaseTypes.ts';
import { countProbabilityOf } from '../purchaseVerbs.ts';
import { model } from './model.ts';
import type { BgBbParameters } from './types.ts';

/**
 * Chance that a known customer makes just so many purchases within a time to come, by the BG/BB model.
 *
 * P(alive at n) x the mean, over when one leaves, of the chance of just so many purchases at the opportunities until
 * then
 *
 * For no purchase the chance of having left already comes on top.
 *
 * @param parameters - those of a fit, or of your own
 * @param customer - frequency, recency and age in opportunities
 * @param options - how many purchases, and how far ahead, in opportunities
 * @returns the chance
 * @unit fraction
 * @range 0..1
 * @direction neither
 * @undefinedWhen never
 * @throws InputError `not-a-record`, `not-a-quantity`, `not-a-count`, `above-limit`, `below-limit`, `unknown-option`
 * @example
 * bgBb.probabilityOfPurchases({ alpha: 1.204, beta: 0.75, gamma: 0.657, delta: 2.783 }, { frequency: 2, recency: 4,
 * age: 6 }, { purchases: 1, horizon: 5 }) // 0.161683…
 * @reference Fader, Hardie and Shang (2010), Customer-base analysis in a discrete-time noncontractual setting
 */
export function probabilityOfPurchases(
  parameters: BgBbParameters,
  customer: PurchaseHistory,
  options: PurchaseCountOptions,
): number {
  return countProbabilityOf('bgBb.probabilityOfPurchases', model, parameters, options, customer);
}
