import type { FitFigures } from '../../statistics/maximumLikelihood.ts';

/** What a fit says where there is nothing to fit to: no number that could be taken for a parameter. */
export function nothingFitted(): FitFigures<'p' | 'q' | 'v'> {
  const unknown = Number.NaN;
  return {
    parameters: { p: unknown, q: unknown, v: unknown },
    standardErrors: { p: unknown, q: unknown, v: unknown },
    covariance: [0, 1, 2].map(() => [unknown, unknown, unknown]),
    logLikelihood: 0,
    aic: unknown,
    bic: unknown,
    converged: false,
    ending: 'no curvature',
    boundaries: [],
    gradientNorm: 0,
    iterations: 0,
    evaluations: 0,
    observations: 0,
    distinctRows: 0,
  };
}
