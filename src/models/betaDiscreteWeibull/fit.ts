import { type ContractFitParts, fitContracts, startOfContracts } from '../contractFit.ts';
import type { ContractFit, ContractHistories } from '../contractTypes.ts';
import { likelihood } from './likelihood.ts';
import { type BetaDiscreteWeibullParameters, readParameters } from './parameters.ts';

/** A beta-discrete-Weibull model fitted by maximum likelihood. */
export type BetaDiscreteWeibullFit = ContractFit<'betaDiscreteWeibull', 'alpha' | 'beta' | 'c'>;

/** The choices of `betaDiscreteWeibull.fit`. */
export interface BetaDiscreteWeibullFitOptions {
  /** Where the search starts, as the parameters of an earlier fit; from the data unless told. */
  readonly start?: BetaDiscreteWeibullParameters;
}

const ALIKE = {
  meaning: 'customers do not differ: one rate of leaving, rising or falling with the tenure, says as much',
  instead: 'The shares that were kept, renewal by renewal, without a model',
};

const AT_ONCE = {
  meaning:
    'Whoever leaves does so at the first renewal that was seen, or nobody leaves: the others stay as if for good',
  instead: 'The share that was kept, without a model; a fit once more renewals have been seen',
};

const PARTS: ContractFitParts<'betaDiscreteWeibull', 'alpha' | 'beta' | 'c'> = {
  model: 'betaDiscreteWeibull',
  names: ['alpha', 'beta', 'c'],
  limits: {
    alpha: { zero: AT_ONCE, infinity: { ...ALIKE, meaning: `All leave, or: ${ALIKE.meaning}` } },
    beta: { zero: AT_ONCE, infinity: { ...ALIKE, meaning: `Nobody leaves, or: ${ALIKE.meaning}` } },
    c: {
      zero: AT_ONCE,
      infinity: {
        meaning:
          'After the first renewal all who are ever going to leave do so at once, and the others stay as if for good',
        instead: 'sBg, or the shares that were kept without a model; a fit once more renewals have been seen',
      },
    },
  },
  check: readParameters,
  start: (tally) => [...startOfContracts(tally), 1],
  likelihood: (tally, parameters) => likelihood(tally, [parameters[0]!, parameters[1]!, parameters[2]!]),
};

/**
 * Fits the beta-discrete-Weibull model of customers who come to a renewal every period.
 *
 * The parameters with the greatest sum over renewals t of lost(t) ln(1 - S(t) / S(t - 1)) + renewed(t) ln(S(t) / S(t - 1)),
 * with S(t) = B(alpha, beta + t^c) / B(alpha, beta)
 *
 * The shifted-beta-geometric model with one thing more: a customer's own chance to leave may rise (c above 1) or fall with
 * the tenure. So the retention rate of a cohort may first fall and then rise. With c = 1 it is the model `sBg`. Twice the
 * difference of the two log-likelihoods, against the chi-squared law with one degree of freedom, tells whether c is needed.
 *
 * @param data - survivors by renewal, of one cohort or of several
 * @param options - where the search starts
 * @returns parameters, their standard errors and covariances, log-likelihood, and how the search ended: of data that say
 * too little (fewer than three renewals, nobody lost) `converged` is false, and `ending` and `boundaries` say why
 * @throws InputError `not-a-record`, `not-rows`, `not-a-count`, `above-limit`, `below-limit`, `not-a-text`, `not-a-quantity`,
 * `unknown-option`
 * @example
 * const { parameters, converged } = betaDiscreteWeibull.fit({ cohorts: [{ survivors: [1000, 869, 743, 653, 593] }] });
 * converged // true
 * parameters // { alpha: 0.25933…, beta: 1.7225…, c: 1.5843… }
 * @complexity the number of renewals, for each step of the search
 * @reference Fader, Hardie, Liu, Davin and Steenburgh (2018), "How to project customer retention" revisited: the role of
 * duration dependence
 */
export function fit(data: ContractHistories, options: BetaDiscreteWeibullFitOptions = {}): BetaDiscreteWeibullFit {
  return fitContracts(PARTS, data, options);
}
