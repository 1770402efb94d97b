import { checkPositive, checkRecord } from '../../core/checks.ts';
import type { GammaGammaParameters } from './types.ts';

/** Refuses parameters of which one is not a finite number above 0; `name` is the argument they came as. */
export function checkParameters(metric: string, parameters: GammaGammaParameters, name = 'parameters'): void {
  checkRecord(metric, name, parameters);
  checkPositive(metric, 'p', parameters.p);
  checkPositive(metric, 'q', parameters.q);
  checkPositive(metric, 'v', parameters.v);
}
