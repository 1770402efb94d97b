import type { HorizonOptions } from '../purchaseOptions.ts';
import type { PurchaseHistory } from '../purchaseTypes.ts';
import { expectedOf } from '../purchaseVerbs.ts';
import { model } from './model.ts';
import type { BgBbParameters } from './types.ts';

/**
 * Purchases that a known customer is expected to make within a time to come, by the BG/BB model.
 *
 * P(alive at n) (alpha + x) / (alpha + beta + n) x sum for k = 1 to horizon of (delta + n)_k / (gamma + delta + n)_k
 *
 * With horizon Infinity it is Infinity where gamma is at most 1.
 *
 * @param parameters - those of a fit, or of your own
 * @param customer - frequency, recency and age in opportunities
 * @param options - how far ahead, in opportunities
 * @returns the expected number of purchases
 * @unit purchases
 * @range 0..
 * @direction higher is better
 * @undefinedWhen never
 * @throws InputError `not-a-record`, `not-a-quantity`, `not-a-count`, `above-limit`, `below-limit`, `unknown-option`
 * @example
 * bgBb.expectedPurchases({ alpha: 1.204, beta: 0.75, gamma: 0.657, delta: 2.783 }, { frequency: 2, recency: 4, age: 6
 * }, { horizon: 5 }) // 1.057348…
 * @reference Fader, Hardie and Shang (2010), Customer-base analysis in a discrete-time noncontractual setting
 */
export function expectedPurchases(
  parameters: BgBbParameters,
  customer: PurchaseHistory,
  options: HorizonOptions,
): number {
  return expectedOf('bgBb.expectedPurchases', model, parameters, options, customer);
}
