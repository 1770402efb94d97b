import * as z from 'zod/mini';
import { type ActiveDayOptions, activeDayTotals } from '../cohorts/activeDayTotals.ts';
import { type ActivePeriodOptions, activePeriodCounts } from '../cohorts/activePeriodCounts.ts';
import { type ActiveRetentionOptions, activeRetentionRates } from '../cohorts/activeRetentionRates.ts';
import { type CohortCustomersOptions, readCellOptions } from '../cohorts/cohortCustomers.ts';
import { cohortTable } from '../cohorts/cohortTable.ts';
import { type CohortTableFromPeriodsOptions, cohortTableFromPeriods } from '../cohorts/cohortTableFromPeriods.ts';
import { type CohortTablesByOptions, cohortTablesBy } from '../cohorts/cohortTablesBy.ts';
import { customerLifecycle } from '../cohorts/customerLifecycle.ts';
import { type CustomerPeriodsOptions, customerPeriods } from '../cohorts/customerPeriods.ts';
import { type LifecycleFlows, lifecycleQuickRatio } from '../cohorts/lifecycleQuickRatio.ts';
import type { CohortTableOptions } from '../cohorts/readCohortOptions.ts';
import type { LifecycleOptions } from '../cohorts/readLifecycle.ts';
import { retentionChange } from '../cohorts/retentionChange.ts';
import { type RetentionCurveOptions, readPooling } from '../cohorts/retentionCurve.ts';
import type { SegmentRetention } from '../cohorts/segmentRetention.ts';
import { type StickinessInput, stickinessRatio } from '../cohorts/stickinessRatio.ts';
import { readMinimum, type SuppressionOptions } from '../cohorts/suppressSmallCells.ts';
import { type SecondPurchaseOptions, timesToSecondPurchase } from '../cohorts/timesToSecondPurchase.ts';
import { emptyEvents } from './emptyLogs.ts';
import { attributeName, attributeValue, count, customerId, figure, instant, list, oneOf, record } from './fields.ts';
import { optionsSchema } from './optionsSchema.ts';
import { levelFields } from './statistics.ts';
import { subjectSchema } from './subjectSchema.ts';
import { periodFields, timeZoneFields } from './time.ts';
import type { Schema } from './types.ts';

/** A choice of events; what stands in it is asked of the function. */
const choiceKind = () => z.optional(record);

/** What every function that follows cohorts takes; whether the log has the columns, the log has to say. */
const tableFields = () => ({
  ...periodFields(),
  ...levelFields(),
  asOf: instant,
  value: z.optional(oneOf('first', 'last')),
  start: choiceKind(),
  return: choiceKind(),
  entry: z.optional(oneOf('firstEvent', 'firstEver', 'firstInWindow', 'recurring')),
  from: z.optional(instant),
  match: z.optional(oneOf('on', 'onOrAfter', 'onOrBefore', 'streak')),
  minimumEvents: z.optional(count),
  clock: z.optional(oneOf('calendar', 'elapsed')),
  columns: z.optional(record),
  floorTo: z.optional(oneOf('hour')),
  brackets: z.optional(list),
  lastPeriod: z.optional(count),
  base: z.optional(oneOf('cohort', 'previousPeriod')),
});

/** What `cohortTable` takes as options; whether the log has the attribute, the log has to say. */
export const cohortTableOptions: Schema<CohortTableOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ ...tableFields(), attribute: z.optional(attributeName) }),
  (options) => cohortTable(emptyEvents(options.attribute), options),
);

/** What `cohortCustomers` takes as options; whether the table has the cell, the log has to say. */
export const cohortCustomersOptions: Schema<CohortCustomersOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ ...tableFields(), attribute: z.optional(attributeName), cohort: attributeValue, inPeriod: count }),
  (options) => readCellOptions(emptyEvents(options.attribute), options),
);

/** What `cohortTablesBy` takes as options. */
export const cohortTablesByOptions: Schema<CohortTablesByOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ ...tableFields(), by: attributeName, largest: z.optional(count) }),
  (options) => cohortTablesBy(emptyEvents(options.by), options),
);

/** What `customerPeriods` takes as options. */
export const customerPeriodsOptions: Schema<CustomerPeriodsOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ ...periodFields(), asOf: instant }),
  (options) => customerPeriods(emptyEvents(), options),
);

/** What `cohortTableFromPeriods` takes as options. */
export const cohortTableFromPeriodsOptions: Schema<CohortTableFromPeriodsOptions> = /* @__PURE__ */ optionsSchema(
  () => ({
    ...levelFields(),
    entry: z.optional(oneOf('firstEvent', 'recurring')),
    match: z.optional(oneOf('on', 'onOrAfter', 'onOrBefore', 'streak')),
    minimumEvents: z.optional(count),
    brackets: z.optional(list),
    lastPeriod: z.optional(count),
    base: z.optional(oneOf('cohort', 'previousPeriod')),
  }),
  (options) => cohortTableFromPeriods(customerPeriods(emptyEvents(), { period: 'month', asOf: 0 }), options),
);

/** What `retentionCurve` takes as options. */
export const retentionCurveOptions: Schema<RetentionCurveOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ pooling: z.optional(oneOf('pooledMature', 'simpleMean', 'median', 'sizeWeightedTwice')) }),
  (options) => readPooling('retentionCurve', options),
);

/** What `suppressSmallCells` takes as options. */
export const suppressionOptions: Schema<SuppressionOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ minimumCustomers: count }),
  (options) => readMinimum('suppressSmallCells', options),
);

const lifecycleFields = () => ({ ...periodFields(), from: z.optional(instant), asOf: instant });

/** What `customerLifecycle` takes as options. */
export const lifecycleOptions: Schema<LifecycleOptions> = /* @__PURE__ */ optionsSchema(lifecycleFields, (options) =>
  customerLifecycle(emptyEvents(), options),
);

/** What `activeRetentionRates` takes as options. */
export const activeRetentionOptions: Schema<ActiveRetentionOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ ...lifecycleFields(), ...levelFields() }),
  (options) => activeRetentionRates(emptyEvents(), options),
);

/** What `lifecycleQuickRatio` takes. */
export const lifecycleFlows: Schema<LifecycleFlows> = /* @__PURE__ */ subjectSchema(
  () => ({ newCustomers: count, resurrectedCustomers: count, dormantCustomers: figure }),
  lifecycleQuickRatio,
  'flows',
);

/** What `activePeriodCounts` takes as options. */
export const activePeriodOptions: Schema<ActivePeriodOptions> = /* @__PURE__ */ optionsSchema(
  () => ({
    ...periodFields(),
    from: z.optional(instant),
    to: z.optional(instant),
    asOf: instant,
    minimumEvents: z.optional(count),
    maximumEvents: z.optional(count),
  }),
  (options) => activePeriodCounts(emptyEvents(), options),
);

/** What `activeDayTotals` takes as options. */
export const activeDayOptions: Schema<ActiveDayOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ ...timeZoneFields(), asOf: instant, days: z.optional(count) }),
  (options) => activeDayTotals(emptyEvents(), options),
);

/** What `stickinessRatio` takes. */
export const stickinessInput: Schema<StickinessInput> = /* @__PURE__ */ subjectSchema(
  () => ({ activeDays: count, days: count, activeCustomers: count }),
  stickinessRatio,
  'counts',
);

/** One segment of what `retentionChange` takes, twice. */
export const segmentRetention: Schema<SegmentRetention> = /* @__PURE__ */ subjectSchema(
  () => ({ segment: customerId, members: count, retained: count }),
  (segment) => retentionChange([segment], []),
  'before[0]',
);

/** What `timesToSecondPurchase` takes as options. */
export const secondPurchaseOptions: Schema<SecondPurchaseOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ ...periodFields(), ...levelFields(), asOf: instant }),
  (options) => timesToSecondPurchase(emptyEvents(), options),
);
