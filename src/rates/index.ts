export { averageLifespan, type LifespanInput } from './averageLifespan.ts';
export { type ChurnCounts, churnRate } from './churnRate.ts';
export { type ChurnConversion, churnRateOverPeriods } from './churnRateOverPeriods.ts';
export { customerGrowthRate, type GrowthCounts } from './customerGrowthRate.ts';
export { type CustomerMovement, customerMovement, type MovementOptions } from './customerMovement.ts';
export {
  type CustomerMovements,
  customerMovements,
  type MovementPeriod,
  type MovementsOptions,
} from './customerMovements.ts';
export { type GrowthConversion, growthRateOverPeriods } from './growthRateOverPeriods.ts';
export { movementFromTotals, type PublishedTotals, type TotalsMovement } from './movementFromTotals.ts';
export { type ReactivationCounts, reactivationRate } from './reactivationRate.ts';
export { type RepeatPurchaseCounts, repeatPurchaseRate } from './repeatPurchaseRate.ts';
export { type RetentionCounts, retentionRate } from './retentionRate.ts';
export { type RetentionConversion, retentionRateOverPeriods } from './retentionRateOverPeriods.ts';
export type { MovementCounts } from './tallyMovements.ts';
