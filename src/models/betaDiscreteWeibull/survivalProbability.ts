import { readPeriods, readRenewals } from '../contractReaders.ts';
import { logSurvival } from '../contractSurvival.ts';
import type { ContractCustomer, ContractSurvivalOptions } from '../contractTypes.ts';
import { type BetaDiscreteWeibullParameters, readParameters } from './parameters.ts';

/**
 * The chance that a customer is still there after so many more renewals.
 *
 * S(renewals + periods) / S(renewals), with S(t) = B(alpha, beta + t^c) / B(alpha, beta)
 *
 * @param parameters - of the model, above 0
 * @param customer - how often the customer has renewed; 0 for a new one
 * @param options - how many renewals ahead
 * @returns the chance
 * @unit fraction
 * @range 0..1
 * @direction higher is better
 * @undefinedWhen never
 * @throws InputError `not-a-record`, `not-a-quantity`, `not-a-count`, `unknown-option`
 * @example
 * betaDiscreteWeibull.survivalProbability({ alpha: 1, beta: 1, c: 2 }, { renewals: 0 }, { periods: 3 }) // 0.1
 * betaDiscreteWeibull.survivalProbability({ alpha: 1, beta: 1, c: 2 }, { renewals: 3 }, { periods: 4 }) // 0.2
 * @reference Fader, Hardie, Liu, Davin and Steenburgh (2018), "How to project customer retention" revisited: the role of
 * duration dependence
 */
export function survivalProbability(
  parameters: BetaDiscreteWeibullParameters,
  customer: ContractCustomer,
  options: ContractSurvivalOptions,
): number {
  const shape = readParameters('betaDiscreteWeibull.survivalProbability', parameters);
  const renewals = readRenewals('betaDiscreteWeibull.survivalProbability', customer);
  return Math.exp(logSurvival(shape, renewals, readPeriods('betaDiscreteWeibull.survivalProbability', options)));
}
