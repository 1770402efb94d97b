import { readPeriods, readRenewals } from '../contractReaders.ts';
import { logSurvival } from '../contractSurvival.ts';
import type { ContractCustomer, ContractSurvivalOptions } from '../contractTypes.ts';
import { readParameters, type SBgParameters } from './parameters.ts';

/**
 * The chance that a customer is still there after so many more renewals.
 *
 * S(renewals + periods) / S(renewals), with S(t) = B(alpha, beta + t) / B(alpha, beta)
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
 * sBg.survivalProbability({ alpha: 1, beta: 1 }, { renewals: 0 }, { periods: 4 }) // 0.2
 * sBg.survivalProbability({ alpha: 1, beta: 1 }, { renewals: 4 }, { periods: 5 }) // 0.5
 * @reference Fader and Hardie (2007), How to project customer retention
 */
export function survivalProbability(
  parameters: SBgParameters,
  customer: ContractCustomer,
  options: ContractSurvivalOptions,
): number {
  const shape = readParameters('sBg.survivalProbability', parameters);
  const renewals = readRenewals('sBg.survivalProbability', customer);
  return Math.exp(logSurvival(shape, renewals, readPeriods('sBg.survivalProbability', options)));
}
