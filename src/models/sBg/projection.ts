import { projectContracts } from '../contractProjection.ts';
import type { ContractProjection, ContractProjectionOptions } from '../contractTypes.ts';
import { readParameters, type SBgParameters } from './parameters.ts';

/**
 * What the model expects of a cohort of new customers: how many are left after each renewal, and the retention rate of
 * each.
 *
 * S(t) = B(alpha, beta + t) / B(alpha, beta) and S(t) / S(t - 1) for t from 0 to periods
 *
 * @param parameters - of the model, above 0
 * @param options - how many renewals ahead, at most 100,000
 * @returns a row for each period from 0 on, and what they rest on
 * @throws InputError `not-a-record`, `not-a-quantity`, `not-a-count`, `above-limit`, `unknown-option`
 * @example
 * sBg.projection({ alpha: 1, beta: 1 }, { periods: 2 }).rows.map(({ survival }) => survival) // [1, 0.5, 0.33333…]
 * @reference Fader and Hardie (2007), How to project customer retention
 */
export function projection(
  parameters: SBgParameters,
  options: ContractProjectionOptions,
): ContractProjection<'sBg', SBgParameters> {
  const shape = readParameters('sBg.projection', parameters);
  const rows = projectContracts('sBg.projection', shape, options);
  return { rows, definition: { model: 'sBg', parameters: { alpha: shape.alpha, beta: shape.beta } } };
}
