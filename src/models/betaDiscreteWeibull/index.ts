export { discountedExpectedResidualLifetime } from './discountedExpectedResidualLifetime.ts';
export { expectedResidualLifetime } from './expectedResidualLifetime.ts';
export { type BetaDiscreteWeibullFit, type BetaDiscreteWeibullFitOptions, fit } from './fit.ts';
export { logLikelihood } from './logLikelihood.ts';
export type { BetaDiscreteWeibullParameters } from './parameters.ts';
export { projection } from './projection.ts';
export { renewalProbability } from './renewalProbability.ts';
export { simulate } from './simulate.ts';
export { survivalProbability } from './survivalProbability.ts';
