export { cohortTableOptions } from './cohorts.ts';
export { attributeValue, billingInput, customerId, instant } from './fields.ts';
export {
  bridgeOptions,
  civilTextOptions,
  emptyTextOptions,
  eventColumns,
  eventLogOptions,
  lapseOptions,
  purchaseTotalsOptions,
  splitOptions,
  tenureColumns,
  tenureLogOptions,
} from './log.ts';
export {
  churnConversion,
  churnCounts,
  growthConversion,
  growthCounts,
  lifespanInput,
  movementOptions,
  movementsOptions,
  publishedTotals,
  reactivationCounts,
  repeatPurchaseCounts,
  retentionConversion,
  retentionCounts,
} from './rates.ts';
export { type EventRowShape, eventRow, type TenureRowShape, tenureRow } from './rows.ts';
export {
  durations,
  levelOptions,
  proportionCounts,
  proportionIntervalOptions,
  restrictedMeanOptions,
  survivalAtOptions,
  survivalQuantileOptions,
} from './statistics.ts';
export { civilDateText, civilDateTimeText, decimalText, instantText, openWhenEmpty } from './text.ts';
export {
  calendarOptions,
  civilTime,
  period,
  periodIndexOptions,
  periodOptions,
  timeZoneOptions,
  weekday,
} from './time.ts';
export { buyerTotals, lifetimeValueParts, netLifetimeValueParts, orderTotals } from './value.ts';
