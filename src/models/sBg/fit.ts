import { type ContractFitParts, fitContracts, startOfContracts } from '../contractFit.ts';
import type { ContractFit, ContractHistories } from '../contractTypes.ts';
import { likelihood } from './likelihood.ts';
import { readParameters, type SBgParameters } from './parameters.ts';

/** A shifted-beta-geometric model fitted by maximum likelihood. */
export type SBgFit = ContractFit<'sBg', 'alpha' | 'beta'>;

/** The choices of `sBg.fit`. */
export interface SBgFitOptions {
  /** Where the search starts, as the parameters of an earlier fit; from the data unless told. */
  readonly start?: SBgParameters;
}

const ALIKE = {
  meaning: 'the rate of leaving does not fall with the tenure, as it would if customers differed',
  instead: 'One retention rate for all renewals; where the rate of leaving rises, betaDiscreteWeibull',
};

const PARTS: ContractFitParts<'sBg', 'alpha' | 'beta'> = {
  model: 'sBg',
  names: ['alpha', 'beta'],
  limits: {
    alpha: {
      zero: {
        meaning: 'Nobody leaves, or only at the first renewal that was seen, as if the others stayed for good',
        instead: 'The share that was kept, without a model; a fit once more renewals have been seen',
      },
      infinity: { ...ALIKE, meaning: `Customers do not differ: ${ALIKE.meaning}` },
    },
    beta: {
      zero: {
        meaning: 'Whoever leaves does so at the first renewal: some customers are sure to leave, the others stay',
        instead:
          'The share that was kept at the first renewal, without a model; a fit once more renewals have been seen',
      },
      infinity: { ...ALIKE, meaning: `Nobody leaves, or customers do not differ: ${ALIKE.meaning}` },
    },
  },
  check: readParameters,
  start: startOfContracts,
  likelihood: (tally, parameters) => likelihood(tally, [parameters[0]!, parameters[1]!]),
};

/**
 * Fits the shifted-beta-geometric model of customers who come to a renewal every period.
 *
 * The parameters with the greatest sum over renewals t of lost(t) ln(alpha / (alpha + beta + t - 1)) +
 * renewed(t) ln((beta + t - 1) / (alpha + beta + t - 1))
 *
 * Each customer leaves at every renewal with the same chance of their own; the chances of all customers follow a beta
 * law. So a cohort's retention rate rises with its tenure though nobody changes: those who are apt to leave have left.
 * Customers still there at the end count as such, cohorts may be watched for unlike lengths, and one that was first seen
 * later counts for what came after.
 *
 * @param data - survivors by renewal, of one cohort or of several
 * @param options - where the search starts
 * @returns parameters, their standard errors and covariances, log-likelihood, and how the search ended: of data that say
 * too little (one renewal, nobody lost, a rate of leaving that does not fall) `converged` is false, and `ending` and `boundaries` say why
 * @throws InputError `not-a-record`, `not-rows`, `not-a-count`, `above-limit`, `below-limit`, `not-a-text`, `not-a-quantity`,
 * `unknown-option`
 * @example
 * const { parameters, converged } = sBg.fit({ cohorts: [{ survivors: [1000, 631, 468, 382, 326, 289, 262, 241] }] });
 * converged // true
 * parameters // { alpha: 0.70407…, beta: 1.18204… }
 * @complexity the number of renewals, for each step of the search
 * @reference Fader and Hardie (2007), How to project customer retention
 */
export function fit(data: ContractHistories, options: SBgFitOptions = {}): SBgFit {
  return fitContracts(PARTS, data, options);
}
