import type { PurchaseCountOptions } from '../purchaseOptions.ts';
import type { PurchaseHistory } from '../purchaseTypes.ts';
import { countProbabilityOf } from '../purchaseVerbs.ts';
import { model } from './model.ts';
import type { MbgNbdParameters } from './types.ts';

/**
 * Chance that a known customer makes just so many purchases within a time to come, by the MBG/NBD model.
 *
 * P(alive) (P(n purchases of one who never leaves) (b + x + 1)_n / (a + b + x + 1)_n + P(n or more) x P(leaving at the
 * n-th))
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
 * mbgNbd.probabilityOfPurchases({ r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 }, { frequency: 2, recency: 30.43, age:
 * 38.86 }, { purchases: 1, horizon: 39 }) // 0.234224…
 * @reference Batislam, Denizel and Filiztekin (2007), Empirical validation and comparison of models for customer base
 * analysis
 * @reference Hoppe and Wagner (2007), Customer base analysis: the case for a central variant of the betageometric/NBD
 * model
 */
export function probabilityOfPurchases(
  parameters: MbgNbdParameters,
  customer: PurchaseHistory,
  options: PurchaseCountOptions,
): number {
  return countProbabilityOf('mbgNbd.probabilityOfPurchases', model, parameters, options, customer);
}
