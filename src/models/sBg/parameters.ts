import { checkPositive, checkRecord } from '../../core/checks.ts';
import type { ContractShape } from '../contractSurvival.ts';

/** The parameters of the shifted-beta-geometric model. */
export interface SBgParameters {
  /**
   * With beta, how customers' own chances to leave at a renewal are spread: as a beta law, with the mean
   * alpha / (alpha + beta). The smaller both are, the more unlike are the customers.
   */
  readonly alpha: number;
  /** The other parameter of that law. */
  readonly beta: number;
}

/** Refuses what are no parameters, and gives their law. */
export function readParameters(metric: string, parameters: SBgParameters): ContractShape {
  checkRecord(metric, 'parameters', parameters);
  const { alpha, beta } = parameters;
  checkPositive(metric, 'alpha', alpha);
  checkPositive(metric, 'beta', beta);
  return { alpha, beta, power: 1 };
}
