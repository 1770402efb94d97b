export { expectedSpend } from './expectedSpend.ts';
export { expectedSpendOfNewCustomer } from './expectedSpendOfNewCustomer.ts';
export { fit } from './fit.ts';
export { logLikelihood } from './logLikelihood.ts';
export { simulate } from './simulate.ts';
