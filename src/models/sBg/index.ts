export { discountedExpectedResidualLifetime } from './discountedExpectedResidualLifetime.ts';
export { expectedResidualLifetime } from './expectedResidualLifetime.ts';
export { fit } from './fit.ts';
export { logLikelihood } from './logLikelihood.ts';
export { projection } from './projection.ts';
export { renewalProbability } from './renewalProbability.ts';
export { simulate } from './simulate.ts';
export { survivalProbability } from './survivalProbability.ts';
