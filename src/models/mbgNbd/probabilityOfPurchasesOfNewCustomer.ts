import type { PurchaseCountOptions } from '../purchaseOptions.ts';
import { countProbabilityOf, NEW_CUSTOMER } from '../purchaseVerbs.ts';
import { model } from './model.ts';
import type { MbgNbdParameters } from './types.ts';

/**
 * Chance that a new customer makes just so many repeat purchases within a time after the first, by the MBG/NBD model.
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
 * mbgNbd.probabilityOfPurchasesOfNewCustomer({ r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 }, { purchases: 1, horizon:
 * 39 }) // 0.182783…
 * @reference Batislam, Denizel and Filiztekin (2007), Empirical validation and comparison of models for customer base
 * analysis
 * @reference Hoppe and Wagner (2007), Customer base analysis: the case for a central variant of the betageometric/NBD
 * model
 */
export function probabilityOfPurchasesOfNewCustomer(
  parameters: MbgNbdParameters,
  options: PurchaseCountOptions,
): number {
  return countProbabilityOf('mbgNbd.probabilityOfPurchasesOfNewCustomer', model, parameters, options, NEW_CUSTOMER);
}
