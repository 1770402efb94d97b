import * as z from 'zod/mini';
import { type ActiveDayOptions, activeDayTotals } from '../cohorts/activeDayTotals.ts';
import { type ActivePeriodOptions, activePeriodCounts } from '../cohorts/activePeriodCounts.ts';
import { type ActiveRetentionOptions, activeRetentionRates } from '../cohorts/activeRetentionRates.ts';
import { type CohortTableOptions, cohortTable } from '../cohorts/cohortTable.ts';
import { customerLifecycle } from '../cohorts/customerLifecycle.ts';
import { type LifecycleFlows, lifecycleQuickRatio } from '../cohorts/lifecycleQuickRatio.ts';
import type { LifecycleOptions } from '../cohorts/readLifecycle.ts';
import { type StickinessInput, stickinessRatio } from '../cohorts/stickinessRatio.ts';
import { emptyEvents } from './emptyLogs.ts';
import { attributeName, count, figure, instant, oneOf } from './fields.ts';
import { optionsSchema } from './optionsSchema.ts';
import { levelFields } from './statistics.ts';
import { subjectSchema } from './subjectSchema.ts';
import { periodFields, timeZoneFields } from './time.ts';
import type { Schema } from './types.ts';

/** A choice of events; what stands in it is asked of the function. */
const choiceKind = () => z.optional(z.looseObject({}, 'must be an object'));

/** What `cohortTable` takes as options; whether the log has the attribute, the log has to say. */
export const cohortTableOptions: Schema<CohortTableOptions> = /* @__PURE__ */ optionsSchema(
  () => ({
    ...periodFields(),
    ...levelFields(),
    asOf: instant,
    attribute: z.optional(attributeName),
    value: z.optional(oneOf('first', 'last')),
    start: choiceKind(),
    return: choiceKind(),
    entry: z.optional(oneOf('firstEvent', 'firstEver', 'recurring')),
    match: z.optional(oneOf('on', 'onOrAfter', 'onOrBefore', 'streak')),
    minimumEvents: z.optional(count),
  }),
  (options) => cohortTable(emptyEvents(options.attribute), options),
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
