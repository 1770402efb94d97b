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
export type { Bracket, CohortBase, CohortClock, CohortColumnOptions } from './cohortColumns.ts';
export type { CohortEntry, CohortMatch, CohortRuleOptions, EventChoiceDefinition } from './cohortRules.ts';
export { type CohortTableOptions, cohortTable } from './cohortTable.ts';
export { type CustomerLifecycle, customerLifecycle, type LifecyclePeriod } from './customerLifecycle.ts';
export { type LifecycleFlows, lifecycleQuickRatio } from './lifecycleQuickRatio.ts';
export type { LifecycleDefinition, LifecycleOptions } from './readLifecycle.ts';
export { type RetentionCurve, type RetentionPoint, retentionCurve } from './retentionCurve.ts';
export { type StickinessInput, stickinessRatio } from './stickinessRatio.ts';
export type { Cohort, CohortCell, CohortDefinition, CohortTable } from './types.ts';
