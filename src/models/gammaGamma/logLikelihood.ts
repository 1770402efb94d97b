import type { SpendHistories } from '../purchaseTypes.ts';
import { checkParameters } from './checkParameters.ts';
import { readSpend } from './readSpend.ts';
import { spendLikelihood } from './spendLikelihood.ts';
import type { GammaGammaParameters } from './types.ts';

const METRIC = 'gammaGamma.logLikelihood';

/**
 * The logarithm of the likelihood of what customers spent, under the Gamma-Gamma model with given parameters.
 *
 * sum over customers of log [Gamma(p x + q) / (Gamma(p x) Gamma(q)) v^q z^(p x - 1) x^(p x) / (v + x z)^(p x + q)]
 *
 * With x the frequency and z the mean spend. Customers without purchases add nothing.
 * Money in other units changes it by the same for all parameters.
 *
 * @param parameters - of the model
 * @param data - frequency and mean spend, as `gammaGamma.fit` takes them
 * @returns the logarithm, to the base e
 * @unit logarithm of a density
 * @range any
 * @direction higher is better: of two sets of parameters for the same data
 * @undefinedWhen never
 * @throws InputError `not-a-record`, `not-rows`, `length-mismatch`, `not-a-count`, `not-a-quantity`, `below-limit`
 * (no customer)
 * @example
 * gammaGamma.logLikelihood({ p: 6.25, q: 3.74, v: 15.44 }, { frequency: [2, 1], meanSpend: [22.35, 11.77] }) // -7.289…
 * @reference Fader and Hardie (2013), The Gamma-Gamma model of monetary value
 */
export function logLikelihood(parameters: GammaGammaParameters, data: SpendHistories): number {
  checkParameters(METRIC, parameters);
  const rows = readSpend(METRIC, data);
  const { p, q, v } = parameters;
  // The sum makes 0 of -0, where nobody has purchases.
  return spendLikelihood(rows)(Float64Array.of(p, q, v)).value + 0;
}
