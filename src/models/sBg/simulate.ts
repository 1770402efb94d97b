import { simulateContracts } from '../contractSimulation.ts';
import type { ContractSimulationOptions, SimulatedContracts } from '../contractTypes.ts';
import { readParameters, type SBgParameters } from './parameters.ts';

/**
 * A cohort of customers drawn from the model, as `fit` takes it.
 *
 * @param parameters - of the model, above 0
 * @param options - seed, how many customers join, and for how many renewals they are watched
 * @returns one cohort of survivors after 0 to `periods` renewals
 * @throws InputError `not-a-record`, `not-a-quantity`, `not-an-option`, `not-a-count`, `below-limit`, `above-limit`,
 * `unknown-option`
 * @example
 * sBg.simulate({ alpha: 1, beta: 2 }, { seed: 7, customers: 1000, periods: 2 }).cohorts[0].survivors.length // 3
 * @complexity customers times the logarithm of periods
 */
export function simulate(parameters: SBgParameters, options: ContractSimulationOptions): SimulatedContracts {
  return simulateContracts('sBg.simulate', readParameters('sBg.simulate', parameters), options);
}
