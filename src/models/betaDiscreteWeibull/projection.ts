import { projectContracts } from '../contractProjection.ts';
import type { ContractProjection, ContractProjectionOptions } from '../contractTypes.ts';
import { type BetaDiscreteWeibullParameters, readParameters } from './parameters.ts';

/**
 * What the model expects of a cohort of new customers: how many are left after each renewal, and the retention rate of
 * each.
 *
 * S(t) = B(alpha, beta + t^c) / B(alpha, beta) and S(t) / S(t - 1) for t from 0 to periods
 *
 * @param parameters - of the model, above 0
 * @param options - how many renewals ahead, at most 100,000
 * @returns a row for each period from 0 on, and what they rest on
 * @throws InputError `not-a-record`, `not-a-quantity`, `not-a-count`, `above-limit`, `unknown-option`
 * @example
 * betaDiscreteWeibull.projection({ alpha: 1, beta: 1, c: 2 }, { periods: 3 }).rows.map(({ survival }) => survival) // [1, 0.5, 0.2, 0.1]
 * @reference Fader, Hardie, Liu, Davin and Steenburgh (2018), "How to project customer retention" revisited: the role of
 * duration dependence
 */
export function projection(
  parameters: BetaDiscreteWeibullParameters,
  options: ContractProjectionOptions,
): ContractProjection<'betaDiscreteWeibull', BetaDiscreteWeibullParameters> {
  const shape = readParameters('betaDiscreteWeibull.projection', parameters);
  const rows = projectContracts('betaDiscreteWeibull.projection', shape, options);
  return {
    rows,
    definition: { model: 'betaDiscreteWeibull', parameters: { alpha: shape.alpha, beta: shape.beta, c: shape.power } },
  };
}
