import { tallyContracts } from '../contractTally.ts';
import type { ContractHistories } from '../contractTypes.ts';
import { likelihood } from './likelihood.ts';
import { readParameters, type SBgParameters } from './parameters.ts';

/**
 * The logarithm of the likelihood of contract histories under given parameters: what `fit` makes largest.
 *
 * sum over renewals t of lost(t) ln(alpha / (alpha + beta + t - 1)) + renewed(t) ln((beta + t - 1) / (alpha + beta + t - 1))
 *
 * @param parameters - of the model, above 0
 * @param data - survivors by renewal, of one cohort or of several
 * @returns the logarithm
 * @unit logarithm of a probability
 * @range any
 * @direction higher is better
 * @undefinedWhen never
 * @throws InputError `not-a-record`, `not-a-quantity`, `not-rows`, `not-a-count`, `above-limit`, `below-limit`, `not-a-text`
 * @example
 * sBg.logLikelihood({ alpha: 1, beta: 1 }, { cohorts: [{ survivors: [2, 1] }] }) // -1.386294361…
 * @reference Fader and Hardie (2007), How to project customer retention
 */
export function logLikelihood(parameters: SBgParameters, data: ContractHistories): number {
  const { alpha, beta } = readParameters('sBg.logLikelihood', parameters);
  return likelihood(tallyContracts('sBg.logLikelihood', data), [alpha, beta]).value;
}
