export { expectedSpend } from './expectedSpend.ts';
export { expectedSpendOfNewCustomer } from './expectedSpendOfNewCustomer.ts';
export { fit } from './fit.ts';
export { logLikelihood } from './logLikelihood.ts';
export { simulate } from './simulate.ts';
export type {
  GammaGammaFit,
  GammaGammaFitOptions,
  GammaGammaParameters,
  SimulatedSpend,
  SpendHistory,
  SpendSimulationOptions,
} from './types.ts';
