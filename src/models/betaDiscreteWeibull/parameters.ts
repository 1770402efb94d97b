import { checkPositive, checkRecord } from '../../core/checks.ts';
import type { ContractShape } from '../contractSurvival.ts';

/** The parameters of the beta-discrete-Weibull model. */
export interface BetaDiscreteWeibullParameters {
  /**
   * With beta, how customers' own chances to leave at the first renewal are spread: as a beta law, with the mean
   * alpha / (alpha + beta). The smaller both are, the more unlike are the customers.
   */
  readonly alpha: number;
  /** The other parameter of that law. */
  readonly beta: number;
  /** How a customer's own chance to leave changes: above 1 it rises with the tenure, below 1 it falls, at 1 it stays. */
  readonly c: number;
}

/** Refuses what are no parameters, and gives their law. */
export function readParameters(metric: string, parameters: BetaDiscreteWeibullParameters): ContractShape {
  checkRecord(metric, 'parameters', parameters);
  const { alpha, beta, c } = parameters;
  checkPositive(metric, 'alpha', alpha);
  checkPositive(metric, 'beta', beta);
  checkPositive(metric, 'c', c);
  return { alpha, beta, power: c };
}
