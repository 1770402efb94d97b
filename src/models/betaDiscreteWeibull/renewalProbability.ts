import { readRenewals } from '../contractReaders.ts';
import { logSurvival } from '../contractSurvival.ts';
import type { ContractCustomer } from '../contractTypes.ts';
import { type BetaDiscreteWeibullParameters, readParameters } from './parameters.ts';

/**
 * The chance that a customer renews the next time.
 *
 * S(renewals + 1) / S(renewals), with S(t) = B(alpha, beta + t^c) / B(alpha, beta)
 *
 * With c above 1 it may first fall with the renewals behind a customer, and rises later: the more there are, the more
 * likely the customer is one who stays.
 *
 * @param parameters - of the model, above 0
 * @param customer - how often the customer has renewed
 * @returns the chance
 * @unit fraction
 * @range 0..1
 * @direction higher is better
 * @undefinedWhen never
 * @throws InputError `not-a-record`, `not-a-quantity`, `not-a-count`
 * @example
 * betaDiscreteWeibull.renewalProbability({ alpha: 1, beta: 1, c: 2 }, { renewals: 0 }) // 0.5
 * betaDiscreteWeibull.renewalProbability({ alpha: 1, beta: 1, c: 2 }, { renewals: 1 }) // 0.4
 * @reference Fader, Hardie, Liu, Davin and Steenburgh (2018), "How to project customer retention" revisited: the role of
 * duration dependence
 */
export function renewalProbability(parameters: BetaDiscreteWeibullParameters, customer: ContractCustomer): number {
  const shape = readParameters('betaDiscreteWeibull.renewalProbability', parameters);
  return Math.exp(logSurvival(shape, readRenewals('betaDiscreteWeibull.renewalProbability', customer), 1));
}
