export { discountedExpectedResidualLifetime } from './discountedExpectedResidualLifetime.ts';
export { expectedResidualLifetime } from './expectedResidualLifetime.ts';
export { fit, type SBgFit, type SBgFitOptions } from './fit.ts';
export { logLikelihood } from './logLikelihood.ts';
export type { SBgParameters } from './parameters.ts';
export { projection } from './projection.ts';
export { renewalProbability } from './renewalProbability.ts';
export { simulate } from './simulate.ts';
export { survivalProbability } from './survivalProbability.ts';
