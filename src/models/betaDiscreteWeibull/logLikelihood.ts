import { tallyContracts } from '../contractTally.ts';
import type { ContractHistories } from '../contractTypes.ts';
import { likelihood } from './likelihood.ts';
import { type BetaDiscreteWeibullParameters, readParameters } from './parameters.ts';

/**
 * The logarithm of the likelihood of contract histories under given parameters: what `fit` makes largest.
 *
 * sum over renewals t of lost(t) ln(1 - S(t) / S(t - 1)) + renewed(t) ln(S(t) / S(t - 1)), with
 * S(t) = B(alpha, beta + t^c) / B(alpha, beta)
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
 * betaDiscreteWeibull.logLikelihood({ alpha: 1, beta: 1, c: 2 }, { cohorts: [{ survivors: [2, 1] }] }) // -1.386294361…
 * @reference Fader, Hardie, Liu, Davin and Steenburgh (2018), "How to project customer retention" revisited: the role of
 * duration dependence
 */
export function logLikelihood(parameters: BetaDiscreteWeibullParameters, data: ContractHistories): number {
  const { alpha, beta, power } = readParameters('betaDiscreteWeibull.logLikelihood', parameters);
  return likelihood(tallyContracts('betaDiscreteWeibull.logLikelihood', data), [alpha, beta, power]).value;
}
