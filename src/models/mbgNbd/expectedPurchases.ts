import type { HorizonOptions } from '../purchaseOptions.ts';
import type { PurchaseHistory } from '../purchaseTypes.ts';
import { expectedOf } from '../purchaseVerbs.ts';
import { model } from './model.ts';
import type { MbgNbdParameters } from './types.ts';

/**
 * Purchases that a known customer is expected to make within a time to come, by the MBG/NBD model.
 *
 * P(alive) x sum over k of P(k purchases of one who never leaves) x sum over j < k of (b + x + 1)_j / (a + b + x + 1)_j
 *
 * A sum of positive terms: it keeps its digits beside a = 1, where closed forms are 0 / 0. With horizon Infinity it is
 * P(alive) (a + b + x) / (a - 1), and Infinity where a is at most 1.
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
 * mbgNbd.expectedPurchases({ r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 }, { frequency: 2, recency: 30.43, age: 38.86
 * }, { horizon: 39 }) // 1.262960…
 * @reference Batislam, Denizel and Filiztekin (2007), Empirical validation and comparison of models for customer base
 * analysis
 * @reference Hoppe and Wagner (2007), Customer base analysis: the case for a central variant of the betageometric/NBD
 * model
 */
export function expectedPurchases(
  parameters: MbgNbdParameters,
  customer: PurchaseHistory,
  options: HorizonOptions,
): number {
  return expectedOf('mbgNbd.expectedPurchases', model, parameters, options, customer);
}
