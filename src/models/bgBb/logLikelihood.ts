import { logLikelihoodOf } from '../fitPurchases.ts';
import type { PurchaseHistories } from '../purchaseTypes.ts';
import { model } from './model.ts';
import type { BgBbParameters } from './types.ts';

/**
 * How well parameters of the BG/BB model explain purchases: the logarithm of their likelihood.
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
 * bgBb.logLikelihood({ alpha: 1.204, beta: 0.75, gamma: 0.657, delta: 2.783 }, { frequency: [2], recency: [4], age: [6]
 * }) // -5.195697…
 * @reference Fader, Hardie and Shang (2010), Customer-base analysis in a discrete-time noncontractual setting
 */
export function logLikelihood(parameters: BgBbParameters, data: PurchaseHistories): number {
  return logLikelihoodOf(model, parameters, data);
}
