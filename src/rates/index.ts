export { averageLifespan, type LifespanInput } from './averageLifespan.ts';
export { type ChurnCounts, churnRate } from './churnRate.ts';
export { type ChurnConversion, churnRateOverPeriods } from './churnRateOverPeriods.ts';
export { type ConversionCounts, type ConversionOptions, conversionCounts } from './conversionCounts.ts';
export { type ConversionInput, conversionRate } from './conversionRate.ts';
export { customerGrowthRate, type GrowthCounts } from './customerGrowthRate.ts';
export { type CustomerMovement, customerMovement, type MovementOptions } from './customerMovement.ts';
export {
  type CustomerMovements,
  customerMovements,
  type MovementPeriod,
  type MovementsOptions,
} from './customerMovements.ts';
export {
  type EngagementByPeriod,
  type EngagementOptions,
  type EngagementPeriod,
  engagementByPeriod,
} from './engagementByPeriod.ts';
export { type EngagementCounts, engagementFrequency } from './engagementFrequency.ts';
export { type GrowthConversion, growthRateOverPeriods } from './growthRateOverPeriods.ts';
export { movementFromTotals, type PublishedTotals, type TotalsMovement } from './movementFromTotals.ts';
export { type ReactivationCounts, reactivationRate } from './reactivationRate.ts';
export { type ReferralCounts, type ReferralOptions, referralCounts } from './referralCounts.ts';
export { type ReferralInput, referralRate } from './referralRate.ts';
export { type ReferredInput, referredShare } from './referredShare.ts';
export { type RepeatPurchaseCounts, repeatPurchaseRate } from './repeatPurchaseRate.ts';
export {
  type RepeatPurchaseOptions,
  type RepeatPurchasePeriod,
  type RepeatPurchaseRates,
  repeatPurchaseRates,
} from './repeatPurchaseRates.ts';
export { type RetentionCounts, retentionRate } from './retentionRate.ts';
export { type RetentionConversion, retentionRateOverPeriods } from './retentionRateOverPeriods.ts';
export type { MovementCounts } from './tallyMovements.ts';
export { type WinBackCounts, winBackRate } from './winBackRate.ts';
export { type WinBackOptions, type WinBackPeriod, type WinBackRates, winBackRates } from './winBackRates.ts';
