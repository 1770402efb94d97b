export { activityBrierScore } from './activityBrierScore.ts';
export {
  type ActivityCalibrationBin,
  type ActivityCalibrationOptions,
  type ActivityCalibrationTable,
  activityCalibrationTable,
} from './activityCalibrationTable.ts';
export type { BetaDiscreteWeibullFit, BetaDiscreteWeibullFitOptions } from './betaDiscreteWeibull/fit.ts';
export * as betaDiscreteWeibull from './betaDiscreteWeibull/index.ts';
export type { BetaDiscreteWeibullParameters } from './betaDiscreteWeibull/parameters.ts';
export * as bgBb from './bgBb/index.ts';
export type { BgBbFit, BgBbParameters } from './bgBb/types.ts';
export * as bgNbd from './bgNbd/index.ts';
export type { BgNbdFit, BgNbdParameters } from './bgNbd/types.ts';
export {
  type CalibrationHoldoutOptions,
  type CalibrationHoldoutSummary,
  calibrationHoldoutSummary,
} from './calibrationHoldoutSummary.ts';
export type { CheckedFit } from './checkedFit.ts';
export {
  type ConditionalExpectationOptions,
  type ConditionalExpectationRow,
  type ConditionalExpectationTable,
  conditionalExpectationTable,
  type HoldoutPurchases,
} from './conditionalExpectationTable.ts';
export { type ContractSurvivors, type ContractSurvivorsOptions, contractSurvivors } from './contractSurvivors.ts';
export type {
  ContractCustomer,
  ContractFit,
  ContractFitDefinition,
  ContractHistories,
  ContractModel,
  ContractProjection,
  ContractProjectionOptions,
  ContractSimulationOptions,
  ContractSurvivalOptions,
  DiscountedResidualLifetimeOptions,
  ProjectedPeriod,
  ResidualLifetimeOptions,
  ResidualTiming,
  SimulatedContracts,
  SurvivorCounts,
} from './contractTypes.ts';
export {
  type ExpectedLifetimeValues,
  expectedLifetimeValues,
  type LifetimeValueOptions,
} from './expectedLifetimeValues.ts';
export { type ExpectedPaybackTimes, expectedPaybackTimes, type PaybackOptions } from './expectedPaybackTimes.ts';
export { explainFit, type ModelFit } from './explainFit.ts';
export type { PurchaseModelFit } from './fitPurchases.ts';
export * as gammaGamma from './gammaGamma/index.ts';
export type {
  GammaGammaFit,
  GammaGammaFitOptions,
  GammaGammaParameters,
  SimulatedSpend,
  SpendHistory,
  SpendSimulationOptions,
} from './gammaGamma/types.ts';
export { type HoldoutCheckOptions, type HoldoutErrors, holdoutErrors } from './holdoutErrors.ts';
export {
  type LifetimeValueIntervals,
  lifetimeValueIntervals,
  type TotalInterval,
  type ValueIntervalOptions,
} from './lifetimeValueIntervals.ts';
export * as mbgNbd from './mbgNbd/index.ts';
export type { MbgNbdFit, MbgNbdParameters } from './mbgNbd/types.ts';
export { mergePurchaseSummaries, type PurchaseSummaryInput } from './mergePurchaseSummaries.ts';
export {
  type NewCustomerLifetimeValue,
  type NewCustomerValueOptions,
  newCustomerLifetimeValue,
} from './newCustomerLifetimeValue.ts';
export { type OpportunitySummary, type OpportunitySummaryOptions, opportunitySummary } from './opportunitySummary.ts';
export * as paretoNbd from './paretoNbd/index.ts';
export type { ParetoNbdFit, ParetoNbdParameters } from './paretoNbd/types.ts';
export type { PurchaseFit } from './purchaseFits.ts';
export {
  type CustomerPurchases,
  type PurchaseForecast,
  type PurchaseForecastOptions,
  purchaseForecast,
} from './purchaseForecast.ts';
export {
  type PurchaseFrequencyOptions,
  type PurchaseFrequencyRow,
  type PurchaseFrequencyTable,
  purchaseFrequencyTable,
} from './purchaseFrequencyTable.ts';
export type { PurchaseModel } from './purchaseModel.ts';
export type {
  AfterOptions,
  DiscountedPurchaseOptions,
  HorizonOptions,
  PurchaseCountOptions,
  PurchaseFitOptions,
  PurchaseSimulationOptions,
} from './purchaseOptions.ts';
export { type PurchaseSummaryOptions, purchaseSummary } from './purchaseSummary.ts';
export {
  type PurchaseTracking,
  type PurchaseTrackingOptions,
  purchaseTracking,
  type TrackedPeriod,
} from './purchaseTracking.ts';
export type {
  PurchaseHistories,
  PurchaseHistory,
  PurchaseSummary,
  PurchaseSummaryDefinition,
  SpendHistories,
  SpendRule,
  TimeUnit,
} from './purchaseTypes.ts';
export type { AtMostOptions } from './readAtMost.ts';
export type { DiscountOptions } from './readDiscount.ts';
export type { HoldoutHistories } from './readHoldout.ts';
export type { ContractPeriod } from './renewalClock.ts';
export type { SBgFit, SBgFitOptions } from './sBg/fit.ts';
export * as sBg from './sBg/index.ts';
export type { SBgParameters } from './sBg/parameters.ts';
export { type SpendFrequencyCorrelation, spendFrequencyCorrelation } from './spendFrequencyCorrelation.ts';
export type { CustomerSpending, ValuationDefinition, ValuationOptions } from './valueOptions.ts';
