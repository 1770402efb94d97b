import { readRenewals } from '../contractReaders.ts';
import { logSurvival } from '../contractSurvival.ts';
import type { ContractCustomer } from '../contractTypes.ts';
import { readParameters, type SBgParameters } from './parameters.ts';

/**
 * The chance that a customer renews the next time.
 *
 * (beta + renewals) / (alpha + beta + renewals)
 *
 * It rises with the renewals behind a customer: the more there are, the more likely the customer is one who stays.
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
 * sBg.renewalProbability({ alpha: 1, beta: 3 }, { renewals: 0 }) // 0.75
 * sBg.renewalProbability({ alpha: 1, beta: 3 }, { renewals: 6 }) // 0.9
 * @reference Fader and Hardie (2007), How to project customer retention
 */
export function renewalProbability(parameters: SBgParameters, customer: ContractCustomer): number {
  const shape = readParameters('sBg.renewalProbability', parameters);
  return Math.exp(logSurvival(shape, readRenewals('sBg.renewalProbability', customer), 1));
}
