import type { HorizonOptions } from '../purchaseOptions.ts';
import type { PurchaseHistory } from '../purchaseTypes.ts';
import { expectedOf } from '../purchaseVerbs.ts';
import { model } from './model.ts';
import type { BgNbdParameters } from './types.ts';

/**
 * Purchases that a known customer is expected to make within a time to come, by the BG/NBD model.
 *
 * P(alive) x sum over k of P(k purchases of one who never leaves) x sum over j < k of (b + x)_j / (a + b + x)_j
 *
 * The sum is what the closed form of the paper comes to, of positive terms alone: it keeps its digits beside a = 1,
 * where that form is 0 / 0, and where a + b is below 1. With horizon Infinity it is P(alive) (a + b + x - 1) / (a - 1),
 * and Infinity where a is at most 1.
 *
 * @param parameters - those of a fit, or of your own
 * @param customer - frequency, recency and age, in the time unit of the fit
 * @param options - how far ahead, in the time unit of the fit
 * @returns the expected number of purchases
 * @unit purchases
 * @range 0..
 * @direction higher is better
 * @undefinedWhen never
 * @throws InputError `not-a-record`, `not-a-quantity`, `not-a-count`, `above-limit`, `below-limit`, `unknown-option`
 * @example
 * bgNbd.expectedPurchases({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, { frequency: 2, recency: 30.43, age: 38.86 },
 * { horizon: 39 }) // 1.226028…
 * @reference Fader, Hardie and Lee (2005), Counting your customers the easy way: an alternative to the Pareto/NBD model
 */
export function expectedPurchases(
  parameters: BgNbdParameters,
  customer: PurchaseHistory,
  options: HorizonOptions,
): number {
  return expectedOf('bgNbd.expectedPurchases', model, parameters, options, customer);
}
