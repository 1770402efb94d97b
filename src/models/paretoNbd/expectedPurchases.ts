import type { HorizonOptions } from '../purchaseOptions.ts';
import type { PurchaseHistory } from '../purchaseTypes.ts';
import { expectedOf } from '../purchaseVerbs.ts';
import { model } from './model.ts';
import type { ParetoNbdParameters } from './types.ts';

/**
 * Purchases that a known customer is expected to make within a time to come, by the Pareto/NBD model.
 *
 * P(alive) (r + x) / (alpha + T) x (beta + T) / (s - 1) x (1 - ((beta + T) / (beta + T + horizon))^(s - 1))
 *
 * Computed so that s = 1 is no special case. With horizon Infinity it is Infinity where s is at most 1.
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
 * paretoNbd.expectedPurchases({ r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 }, { frequency: 2, recency: 30.43, age:
 * 38.86 }, { horizon: 39 }) // 1.455123…
 * @reference Schmittlein, Morrison and Colombo (1987), Counting your customers: who are they and what will they do
 * next?
 * @reference Fader, Hardie and Lee (2005), RFM and CLV: using iso-value curves for customer base analysis (discounted
 * transactions)
 */
export function expectedPurchases(
  parameters: ParetoNbdParameters,
  customer: PurchaseHistory,
  options: HorizonOptions,
): number {
  return expectedOf('paretoNbd.expectedPurchases', model, parameters, options, customer);
}
