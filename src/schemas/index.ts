export * from './alerts.ts';
export * from './cohorts.ts';
export * from './contractModels.ts';
export { attributeValue, billingInput, customerId, instant } from './fields.ts';
export * from './goals.ts';
export * from './log.ts';
export * from './purchaseModels.ts';
export * from './purchaseSummaries.ts';
export * from './rates.ts';
export * from './risk.ts';
export * from './rows.ts';
export * from './segments.ts';
export * from './spendModel.ts';
export {
  adjustedPValuesOptions,
  durations,
  levelOptions,
  proportionCounts,
  proportionIntervalOptions,
  restrictedMeanOptions,
  survivalAtOptions,
  survivalQuantileOptions,
} from './statistics.ts';
export * from './support.ts';
export * from './surveys.ts';
export * from './text.ts';
export {
  calendarOptions,
  civilTime,
  fiscalCalendar,
  period,
  periodIndexOptions,
  periodOptions,
  timeZoneOptions,
  weekday,
} from './time.ts';
export * from './types.ts';
export * from './value.ts';
export * from './withText.ts';
