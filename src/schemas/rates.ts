import * as z from 'zod/mini';
import { averageLifespan, type LifespanInput } from '../rates/averageLifespan.ts';
import { type ChurnCounts, churnRate } from '../rates/churnRate.ts';
import { type ChurnConversion, churnRateOverPeriods } from '../rates/churnRateOverPeriods.ts';
import { type ConversionOptions, conversionCounts } from '../rates/conversionCounts.ts';
import { type ConversionInput, conversionRate } from '../rates/conversionRate.ts';
import { customerGrowthRate, type GrowthCounts } from '../rates/customerGrowthRate.ts';
import { customerMovement, type MovementOptions } from '../rates/customerMovement.ts';
import type { MovementsOptions } from '../rates/customerMovements.ts';
import { type EngagementOptions, engagementByPeriod } from '../rates/engagementByPeriod.ts';
import { type EngagementCounts, engagementFrequency } from '../rates/engagementFrequency.ts';
import { type GrowthConversion, growthRateOverPeriods } from '../rates/growthRateOverPeriods.ts';
import { movementFromTotals, type PublishedTotals } from '../rates/movementFromTotals.ts';
import { type ReactivationCounts, reactivationRate } from '../rates/reactivationRate.ts';
import { type ReferralOptions, referralCounts } from '../rates/referralCounts.ts';
import { type ReferralInput, referralRate } from '../rates/referralRate.ts';
import { type ReferredInput, referredShare } from '../rates/referredShare.ts';
import { type RepeatPurchaseCounts, repeatPurchaseRate } from '../rates/repeatPurchaseRate.ts';
import { type RepeatPurchaseOptions, repeatPurchaseRates } from '../rates/repeatPurchaseRates.ts';
import { type RetentionCounts, retentionRate } from '../rates/retentionRate.ts';
import { type RetentionConversion, retentionRateOverPeriods } from '../rates/retentionRateOverPeriods.ts';
import { type WinBackCounts, winBackRate } from '../rates/winBackRate.ts';
import { type WinBackOptions, winBackRates } from '../rates/winBackRates.ts';
import { checkCalendar } from '../time/checkCalendar.ts';
import { checkIndexOptions } from '../time/layPeriods.ts';
import { emptyEvents, emptyTenures } from './emptyLogs.ts';
import { attributeName, count, figure, instant } from './fields.ts';
import { optionsSchema } from './optionsSchema.ts';
import { levelFields } from './statistics.ts';
import { subjectSchema } from './subjectSchema.ts';
import { periodFields } from './time.ts';
import type { Schema } from './types.ts';

/** What `retentionRate` takes. */
export const retentionCounts: Schema<RetentionCounts> = /* @__PURE__ */ subjectSchema(
  () => ({ customersAtStart: count, customersAtEnd: count, newCustomers: count }),
  retentionRate,
);

/** What `churnRate` takes. */
export const churnCounts: Schema<ChurnCounts> = /* @__PURE__ */ subjectSchema(
  () => ({ customersAtStart: count, lostCustomers: count }),
  churnRate,
);

/** What `customerGrowthRate` takes. */
export const growthCounts: Schema<GrowthCounts> = /* @__PURE__ */ subjectSchema(
  () => ({ customersAtStart: count, customersAtEnd: count }),
  customerGrowthRate,
);

/** What `averageLifespan` takes. */
export const lifespanInput: Schema<LifespanInput> = /* @__PURE__ */ subjectSchema(
  () => ({ churnRate: figure }),
  averageLifespan,
);

/** What `churnRateOverPeriods` takes. */
export const churnConversion: Schema<ChurnConversion> = /* @__PURE__ */ subjectSchema(
  () => ({ churnRate: figure, periods: count }),
  churnRateOverPeriods,
);

/** What `retentionRateOverPeriods` takes. */
export const retentionConversion: Schema<RetentionConversion> = /* @__PURE__ */ subjectSchema(
  () => ({ retentionRate: figure, periods: count }),
  retentionRateOverPeriods,
);

/** What `growthRateOverPeriods` takes. */
export const growthConversion: Schema<GrowthConversion> = /* @__PURE__ */ subjectSchema(
  () => ({ growthRate: figure, periods: count }),
  growthRateOverPeriods,
);

/** What `repeatPurchaseRate` takes. */
export const repeatPurchaseCounts: Schema<RepeatPurchaseCounts> = /* @__PURE__ */ subjectSchema(
  () => ({ buyers: count, repeatBuyers: count }),
  repeatPurchaseRate,
);

/** What `reactivationRate` takes. */
export const reactivationCounts: Schema<ReactivationCounts> = /* @__PURE__ */ subjectSchema(
  () => ({ formerCustomersAtStart: count, returnedCustomers: count }),
  reactivationRate,
);

/** What `movementFromTotals` takes. */
export const publishedTotals: Schema<PublishedTotals> = /* @__PURE__ */ subjectSchema(
  () => ({
    customersAtStart: count,
    customersAtEnd: count,
    newCustomers: count,
    lostCustomers: z.optional(count),
    netAdditions: z.optional(count),
  }),
  movementFromTotals,
  'totals',
);

/** What `customerMovement` takes as options; whether the log tells up to `to`, the log has to say. */
export const movementOptions: Schema<MovementOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ from: instant, to: instant }),
  (options) => customerMovement(emptyTenures(options.to), options),
);

/** What `customerMovements` takes as options; whether the log tells up to `to`, the log has to say. */
export const movementsOptions: Schema<MovementsOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ ...periodFields(), from: z.optional(instant), to: z.optional(instant) }),
  ({ from, to, ...calendar }) => {
    checkCalendar('customerMovements', calendar);
    // Unless told, each end is the log's own, which may lie as near to the other as can be.
    checkIndexOptions('customerMovements', { ...calendar, from: from ?? to ?? 0, to: to ?? from ?? 0 });
  },
);

/** What `conversionRate` takes. */
export const conversionInput: Schema<ConversionInput> = /* @__PURE__ */ subjectSchema(
  () => ({ started: count, converted: count }),
  conversionRate,
  'counts',
);

/** What `engagementFrequency` takes. */
export const engagementCounts: Schema<EngagementCounts> = /* @__PURE__ */ subjectSchema(
  () => ({ activities: count, customers: count }),
  engagementFrequency,
  'counts',
);

/** What `referralRate` takes. */
export const referralInput: Schema<ReferralInput> = /* @__PURE__ */ subjectSchema(
  () => ({ customers: count, referrers: count }),
  referralRate,
  'counts',
);

/** What `referredShare` takes. */
export const referredInput: Schema<ReferredInput> = /* @__PURE__ */ subjectSchema(
  () => ({ newCustomers: count, referredCustomers: count }),
  referredShare,
  'counts',
);

/** What `winBackRate` takes. */
export const winBackCounts: Schema<WinBackCounts> = /* @__PURE__ */ subjectSchema(
  () => ({ lostCustomers: count, wonBackCustomers: count }),
  winBackRate,
  'counts',
);

const eventName = () => z.string('must be the name of an event');

/** What `conversionCounts` takes as options. */
export const conversionOptions: Schema<ConversionOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ start: eventName(), goal: eventName(), within: count, asOf: instant }),
  (options) => conversionCounts(emptyEvents(), options),
);

/** What `engagementByPeriod` takes as options. */
export const engagementOptions: Schema<EngagementOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ ...periodFields(), from: z.optional(instant), asOf: instant }),
  (options) => engagementByPeriod(emptyEvents(), options),
);

/** What `referralCounts` takes as options; whether the log has the attribute, the log has to say. */
export const referralOptions: Schema<ReferralOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ attribute: attributeName, from: z.optional(instant), to: z.optional(instant) }),
  (options) => referralCounts(emptyEvents(options.attribute), options),
);

/** What `repeatPurchaseRates` takes as options. */
export const repeatPurchaseOptions: Schema<RepeatPurchaseOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ ...periodFields(), ...levelFields(), within: count, asOf: instant }),
  (options) => repeatPurchaseRates(emptyEvents(), options),
);

/** What `winBackRates` takes as options. */
export const winBackOptions: Schema<WinBackOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ ...periodFields(), ...levelFields(), within: count }),
  (options) => winBackRates(emptyTenures(0), options),
);
