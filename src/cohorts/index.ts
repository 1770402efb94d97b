export {
  type ActiveDayOptions,
  type ActiveDayTotals,
  activeDayTotals,
} from './activeDayTotals.ts';
export {
  type ActivePeriodCount,
  type ActivePeriodCounts,
  type ActivePeriodOptions,
  activePeriodCounts,
} from './activePeriodCounts.ts';
export {
  type ActiveRetentionOptions,
  type ActiveRetentionPeriod,
  type ActiveRetentionRates,
  activeRetentionRates,
} from './activeRetentionRates.ts';
export type { ActivityPeriod } from './activityPeriods.ts';
export type { Bracket } from './brackets.ts';
export type {
  CohortBase,
  CohortClock,
  CohortColumnDefinition,
  CohortColumnOptions,
} from './cohortColumns.ts';
export { type CohortCustomers, type CohortCustomersOptions, cohortCustomers } from './cohortCustomers.ts';
export { type CohortPreset, cohortPresets } from './cohortPresets.ts';
export {
  type CohortRevenueRetention,
  cohortRevenueRetention,
  type RevenueRetentionCell,
  type RevenueRetentionCohort,
  type RevenueRetentionPoint,
} from './cohortRevenueRetention.ts';
export type { CohortEntry, CohortMatch, CohortRuleOptions, EventChoiceDefinition } from './cohortRules.ts';
export { cohortTable } from './cohortTable.ts';
export { type CohortTableColumns, cohortTableColumns } from './cohortTableColumns.ts';
export { type CohortTableFromPeriodsOptions, cohortTableFromPeriods } from './cohortTableFromPeriods.ts';
export { type CohortTableRow, cohortTableRows } from './cohortTableRows.ts';
export {
  type CohortTableOf,
  type CohortTablesBy,
  type CohortTablesByOptions,
  cohortTablesBy,
} from './cohortTablesBy.ts';
export type { ComparedColumn, ComparedSide, PooledColumns, StandardisedDifference } from './compareColumn.ts';
export {
  type CumulativeValue,
  type CumulativeValueCell,
  type CumulativeValueCohort,
  type CumulativeValuePoint,
  cumulativeValuePerMember,
} from './cumulativeValuePerMember.ts';
export { type CustomerLifecycle, customerLifecycle, type LifecyclePeriod } from './customerLifecycle.ts';
export {
  type CustomerPeriods,
  type CustomerPeriodsDefinition,
  type CustomerPeriodsInput,
  type CustomerPeriodsOptions,
  customerPeriods,
} from './customerPeriods.ts';
export { type LifecycleFlows, lifecycleQuickRatio } from './lifecycleQuickRatio.ts';
export { mergeCohortTables } from './mergeCohortTables.ts';
export { mergeCustomerPeriods } from './mergeCustomerPeriods.ts';
export type { RetentionPooling } from './pooledRate.ts';
export type { CohortTableOptions } from './readCohortOptions.ts';
export type { LifecycleDefinition, LifecycleOptions } from './readLifecycle.ts';
export { type RetentionChange, retentionChange, type SegmentChange } from './retentionChange.ts';
export { type RetentionComparison, retentionComparison } from './retentionComparison.ts';
export {
  type RetentionCurve,
  type RetentionCurveOptions,
  type RetentionPoint,
  retentionCurve,
} from './retentionCurve.ts';
export type { SegmentRetention } from './segmentRetention.ts';
export { type StickinessInput, stickinessRatio } from './stickinessRatio.ts';
export { type SuppressedCohortTable, type SuppressionOptions, suppressSmallCells } from './suppressSmallCells.ts';
export {
  type SecondPurchaseCohort,
  type SecondPurchaseOptions,
  type SecondPurchaseTimes,
  type TimesToSecondPurchase,
  timesToSecondPurchase,
} from './timesToSecondPurchase.ts';
export type { Cohort, CohortCell, CohortDefinition, CohortTable } from './types.ts';
