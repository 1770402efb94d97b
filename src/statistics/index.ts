export { type AdjustedPValuesOptions, adjustedPValues, type PValueAdjustment } from './adjustedPValues.ts';
export { type BootstrapInterval, type BootstrapOptions, bootstrapInterval } from './bootstrapInterval.ts';
export type { Durations } from './durations.ts';
export type { Fit, FitBoundary, FitEnding } from './fit.ts';
export { type MeanInterval, meanInterval } from './meanInterval.ts';
export { type ProductLimitCurve, productLimitCurve } from './productLimitCurve.ts';
export type { ProportionCounts } from './proportionCounts.ts';
export { type ProportionDifference, proportionDifference } from './proportionDifference.ts';
export {
  type ProportionInterval,
  type ProportionIntervalOptions,
  type ProportionMethod,
  proportionInterval,
} from './proportionInterval.ts';
export { type ProportionTest, proportionTest } from './proportionTest.ts';
export { type RestrictedMeanOptions, restrictedMean } from './restrictedMean.ts';
export { type RestrictedMeanInterval, restrictedMeanInterval } from './restrictedMeanInterval.ts';
export { type SurvivalAtOptions, survivalAt } from './survivalAt.ts';
export { type SurvivalQuantile, type SurvivalQuantileOptions, survivalQuantile } from './survivalQuantile.ts';
