import { logLikelihoodOf } from '../fitPurchases.ts';
import type { PurchaseHistories } from '../purchaseTypes.ts';
import { model } from './model.ts';
import type { ParetoNbdParameters } from './types.ts';

/**
 * How well parameters of the Pareto/NBD model explain purchases: the logarithm of their likelihood.
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
 * paretoNbd.logLikelihood({ r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 }, { frequency: [2], recency: [30.43], age:
 * [38.86] }) // -9.554283…
 * @reference Schmittlein, Morrison and Colombo (1987), Counting your customers: who are they and what will they do
 * next?
 * @reference Fader, Hardie and Lee (2005), RFM and CLV: using iso-value curves for customer base analysis (discounted
 * transactions)
 */
export function logLikelihood(parameters: ParetoNbdParameters, data: PurchaseHistories): number {
  return logLikelihoodOf(model, parameters, data);
}
