export type { BillingInput } from './billing.ts';
export { type BridgeOptions, bridgeGaps } from './bridgeGaps.ts';
export { type CivilTextOptions, civilDate } from './civilDate.ts';
export { civilDateTime } from './civilDateTime.ts';
export type { CodedInput, ColumnInput } from './columnInput.ts';
export { type ConvertCurrencyOptions, convertCurrency } from './convertCurrency.ts';
export { type CustomerSummaries, customerSummaries } from './customerSummaries.ts';
export { decimalNumber } from './decimalNumber.ts';
export type { EventChoice } from './eventChoice.ts';
export type { EventLogOptions } from './eventDraft.ts';
export { type EventFields, eventLog } from './eventLog.ts';
export { type EventColumns, eventLogFromColumns } from './eventLogFromColumns.ts';
export type { Field, KeyOf, TextReader } from './field.ts';
export { type EventFilter, filterEvents, type LoggedEvent } from './filterEvents.ts';
export { filterTenures, type LoggedTenure } from './filterTenures.ts';
export { isoInstant } from './isoInstant.ts';
export { logAsOf } from './logAsOf.ts';
export { mergeEventLogs } from './mergeEventLogs.ts';
export { mergeTenureLogs } from './mergeTenureLogs.ts';
export { type PurchaseTotals, type PurchaseTotalsOptions, purchaseTotals } from './purchaseTotals.ts';
export { type SessionOptions, sessionsFromEvents } from './sessionsFromEvents.ts';
export { type LogPart, type SplitOptions, splitBy } from './splitBy.ts';
export type { TenureLogOptions } from './tenureDraft.ts';
export { type TenureFields, tenureLog } from './tenureLog.ts';
export { type TenureColumns, tenureLogFromColumns } from './tenureLogFromColumns.ts';
export { type LapseOptions, tenuresFromEvents } from './tenuresFromEvents.ts';
export type { EmptyTextOptions } from './textReader.ts';
export { type CustomerColumns, type CustomerRow, toRows } from './toRows.ts';
export type {
  AttributeChoice,
  AttributeColumn,
  BillingInterval,
  CodedColumn,
  DuplicateRule,
  EventIntake,
  EventLog,
  RefundRule,
  TenureLog,
} from './types.ts';
export { withoutAmounts } from './withoutAmounts.ts';
