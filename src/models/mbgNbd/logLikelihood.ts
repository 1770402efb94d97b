import { logLikelihoodOf } from '../fitPurchases.ts';
import type { PurchaseHistories } from '../purchaseTypes.ts';
import { model } from './model.ts';
import type { MbgNbdParameters } from './types.ts';

/**
 * How well parameters of the MBG/NBD model explain purchases: the logarithm of their likelihood.
 *
 * sum over customers of ln P(frequency, recency | age)
 *
 * Only differences between two of the same data mean something.
 *
 * @param parameters - those of a fit, or of your own
 * @param data - one entry a customer
 * @returns the logarithm of the likelihood
 * @unit logarithm
 * @range any
 * @direction higher is better
 * @undefinedWhen never
 * @throws InputError `not-a-record`, `not-rows`, `length-mismatch`, `not-a-count`, `not-a-quantity`, `above-limit`,
 * `below-limit`
 * @example
 * mbgNbd.logLikelihood({ r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 }, { frequency: [2], recency: [30.43], age: [38.86]
 * }) // -9.485551…
 * @reference Batislam, Denizel and Filiztekin (2007), Empirical validation and comparison of models for customer base
 * analysis
 * @reference Hoppe and Wagner (2007), Customer base analysis: the case for a central variant of the betageometric/NBD
 * model
 */
export function logLikelihood(parameters: MbgNbdParameters, data: PurchaseHistories): number {
  return logLikelihoodOf(model, parameters, data);
}
