import { logLikelihoodOf } from '../fitPurchases.ts';
import type { PurchaseHistories } from '../purchaseTypes.ts';
import { model } from './model.ts';
import type { BgNbdParameters } from './types.ts';

/**
 * How well parameters of the BG/NBD model explain purchases: the logarithm of their likelihood.
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
 * bgNbd.logLikelihood({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, { frequency: [2], recency: [30.43], age: [38.86]
 * }) // -9.458606…
 * @reference Fader, Hardie and Lee (2005), Counting your customers the easy way: an alternative to the Pareto/NBD model
 */
export function logLikelihood(parameters: BgNbdParameters, data: PurchaseHistories): number {
  return logLikelihoodOf(model, parameters, data);
}
