import * as z from 'zod/mini';
import { averageLifespan, type LifespanInput } from '../rates/averageLifespan.ts';
import { type ChurnCounts, churnRate } from '../rates/churnRate.ts';
import { type ChurnConversion, churnRateOverPeriods } from '../rates/churnRateOverPeriods.ts';
import { customerGrowthRate, type GrowthCounts } from '../rates/customerGrowthRate.ts';
import { customerMovement, type MovementOptions } from '../rates/customerMovement.ts';
import type { MovementsOptions } from '../rates/customerMovements.ts';
import { type GrowthConversion, growthRateOverPeriods } from '../rates/growthRateOverPeriods.ts';
import { movementFromTotals, type PublishedTotals } from '../rates/movementFromTotals.ts';
import { type ReactivationCounts, reactivationRate } from '../rates/reactivationRate.ts';
import { type RepeatPurchaseCounts, repeatPurchaseRate } from '../rates/repeatPurchaseRate.ts';
import { type RetentionCounts, retentionRate } from '../rates/retentionRate.ts';
import { type RetentionConversion, retentionRateOverPeriods } from '../rates/retentionRateOverPeriods.ts';
import { checkCalendar } from '../time/checkCalendar.ts';
import { checkIndexOptions } from '../time/periodIndex.ts';
import { emptyTenures } from './emptyLogs.ts';
import { count, figure, instant } from './fields.ts';
import { optionsSchema } from './optionsSchema.ts';
import { subjectSchema } from './subjectSchema.ts';
import { periodFields } from './time.ts';

/** What `retentionRate` takes. */
export const retentionCounts: z.ZodMiniType<RetentionCounts, RetentionCounts> = subjectSchema(
  { customersAtStart: count, customersAtEnd: count, newCustomers: count },
  retentionRate,
);

/** What `churnRate` takes. */
export const churnCounts: z.ZodMiniType<ChurnCounts, ChurnCounts> = subjectSchema(
  { customersAtStart: count, lostCustomers: count },
  churnRate,
);

/** What `customerGrowthRate` takes. */
export const growthCounts: z.ZodMiniType<GrowthCounts, GrowthCounts> = subjectSchema(
  { customersAtStart: count, customersAtEnd: count },
  customerGrowthRate,
);

/** What `averageLifespan` takes. */
export const lifespanInput: z.ZodMiniType<LifespanInput, LifespanInput> = subjectSchema(
  { churnRate: figure },
  averageLifespan,
);

/** What `churnRateOverPeriods` takes. */
export const churnConversion: z.ZodMiniType<ChurnConversion, ChurnConversion> = subjectSchema(
  { churnRate: figure, periods: count },
  churnRateOverPeriods,
);

/** What `retentionRateOverPeriods` takes. */
export const retentionConversion: z.ZodMiniType<RetentionConversion, RetentionConversion> = subjectSchema(
  { retentionRate: figure, periods: count },
  retentionRateOverPeriods,
);

/** What `growthRateOverPeriods` takes. */
export const growthConversion: z.ZodMiniType<GrowthConversion, GrowthConversion> = subjectSchema(
  { growthRate: figure, periods: count },
  growthRateOverPeriods,
);

/** What `repeatPurchaseRate` takes. */
export const repeatPurchaseCounts: z.ZodMiniType<RepeatPurchaseCounts, RepeatPurchaseCounts> = subjectSchema(
  { buyers: count, repeatBuyers: count },
  repeatPurchaseRate,
);

/** What `reactivationRate` takes. */
export const reactivationCounts: z.ZodMiniType<ReactivationCounts, ReactivationCounts> = subjectSchema(
  { formerCustomersAtStart: count, returnedCustomers: count },
  reactivationRate,
);

/** What `movementFromTotals` takes. */
export const publishedTotals: z.ZodMiniType<PublishedTotals, PublishedTotals> = subjectSchema(
  {
    customersAtStart: count,
    customersAtEnd: count,
    newCustomers: count,
    lostCustomers: z.optional(count),
    netAdditions: z.optional(count),
  },
  movementFromTotals,
  'totals',
);

/** What `customerMovement` takes as options; whether the log tells up to `to`, the log has to say. */
export const movementOptions: z.ZodMiniType<MovementOptions, MovementOptions> = optionsSchema(
  { from: instant, to: instant },
  (options) => customerMovement(emptyTenures(options.to), options),
);

/** What `customerMovements` takes as options; whether the log tells up to `to`, the log has to say. */
export const movementsOptions: z.ZodMiniType<MovementsOptions, MovementsOptions> = optionsSchema(
  { ...periodFields, from: z.optional(instant), to: z.optional(instant) },
  ({ from, to, ...calendar }) => {
    checkCalendar('customerMovements', calendar);
    // Unless told, each end is the log's own, which may lie as near to the other as can be.
    checkIndexOptions('customerMovements', { ...calendar, from: from ?? to ?? 0, to: to ?? from ?? 0 });
  },
);
