export { averageOrderValue, type OrderTotals } from './averageOrderValue.ts';
export type { BandTime } from './bandTimes.ts';
export { type ChurnAdjustedPaybackParts, churnAdjustedPaybackPeriod } from './churnAdjustedPaybackPeriod.ts';
export { type CostTotals, costPerCustomer } from './costPerCustomer.ts';
export {
  type AgeBandCost,
  type CostToServeByAge,
  type CostToServeOptions,
  costToServeByAge,
  type LeftOutCosts,
} from './costToServeByAge.ts';
export { type AcquisitionTotals, customerAcquisitionCost } from './customerAcquisitionCost.ts';
export { customerLifespan } from './customerLifespan.ts';
export { customerLifespanInterval } from './customerLifespanInterval.ts';
export { type CustomerLifespans, customerLifespans } from './customerLifespans.ts';
export { customerLifespanWithin } from './customerLifespanWithin.ts';
export {
  customerLifespanWithinInterval,
  type LifespanWithinIntervalOptions,
} from './customerLifespanWithinInterval.ts';
export { customerLifetimeValue, type LifetimeValueParts } from './customerLifetimeValue.ts';
export { customerRetentionCost, type RetentionTotals } from './customerRetentionCost.ts';
export { discountedLifetimeValue } from './discountedLifetimeValue.ts';
export type { DiscountedValueOptions, DiscountedValueParts, FirstPayment } from './discountedValue.ts';
export type { GapWeighting } from './gapWeights.ts';
export { type GrossMarginLifetimeValueParts, grossMarginLifetimeValue } from './grossMarginLifetimeValue.ts';
export { type NetLifetimeValueParts, netCustomerLifetimeValue } from './netCustomerLifetimeValue.ts';
export { type PaybackParts, paybackPeriod } from './paybackPeriod.ts';
export { type BuyerTotals, purchaseFrequency } from './purchaseFrequency.ts';
export { type PurchaseGaps, type PurchaseGapsOptions, purchaseGaps } from './purchaseGaps.ts';
export { type RetentionProfitParts, retentionProfitEffect } from './retentionProfitEffect.ts';
export {
  type RetentionAndAcquisitionCost,
  retentionToAcquisitionCostRatio,
} from './retentionToAcquisitionCostRatio.ts';
export { type TimeBetweenPurchasesOptions, timeBetweenPurchases } from './timeBetweenPurchases.ts';
export {
  type TimeBetweenPurchasesIntervalOptions,
  timeBetweenPurchasesInterval,
} from './timeBetweenPurchasesInterval.ts';
export { type ValueAndCost, valueToCostRatio } from './valueToCostRatio.ts';
