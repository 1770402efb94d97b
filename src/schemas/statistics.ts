import * as z from 'zod/mini';
import { checkLevel } from '../core/checks.ts';
import type { LevelOptions } from '../core/types.ts';
import { type AdjustedPValuesOptions, adjustedPValues } from '../statistics/adjustedPValues.ts';
import { checkDurations, type Durations } from '../statistics/durations.ts';
import { type ProductLimitCurve, productLimitCurve } from '../statistics/productLimitCurve.ts';
import { checkProportionCounts, type ProportionCounts } from '../statistics/proportionCounts.ts';
import { checkProportionOptions, type ProportionIntervalOptions } from '../statistics/proportionInterval.ts';
import { type RestrictedMeanOptions, restrictedMean } from '../statistics/restrictedMean.ts';
import { type SurvivalAtOptions, survivalAt } from '../statistics/survivalAt.ts';
import { type SurvivalQuantileOptions, survivalQuantile } from '../statistics/survivalQuantile.ts';
import { column, count, oneOf } from './fields.ts';
import { optionsSchema } from './optionsSchema.ts';
import { type FieldSchemas, subjectSchema } from './subjectSchema.ts';
import type { Schema } from './types.ts';

/** The field of a confidence level. */
export function levelFields(): FieldSchemas<LevelOptions> {
  return { level: z.optional(count) };
}

/** How sure an interval is to be: the options of functions that have no others. */
export const levelOptions: Schema<LevelOptions> = /* @__PURE__ */ optionsSchema(levelFields, ({ level = 0.95 }) =>
  checkLevel('levelOptions', level),
);

/** What `proportionInterval`, `proportionDifference` and `proportionTest` take. */
export const proportionCounts: Schema<ProportionCounts> = /* @__PURE__ */ subjectSchema(
  () => ({ successes: count, trials: count }),
  (counts) => checkProportionCounts('proportionInterval', 'counts', counts),
  'counts',
);

/** What `proportionInterval` takes as options. */
export const proportionIntervalOptions: Schema<ProportionIntervalOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ ...levelFields(), method: z.optional(oneOf('wilson', 'clopperPearson', 'jeffreys')) }),
  (options) => checkProportionOptions('proportionInterval', options),
);

/** What `adjustedPValues` takes as options. */
export const adjustedPValuesOptions: Schema<AdjustedPValuesOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ method: z.optional(oneOf('holm', 'bonferroni', 'benjaminiHochberg')) }),
  (options) => adjustedPValues([], options),
);

/** What `productLimitCurve` takes. */
export const durations: Schema<Durations> = /* @__PURE__ */ subjectSchema(
  () => ({ time: column, ended: column, weight: z.optional(column) }),
  (columns) => checkDurations('productLimitCurve', 'durations', columns),
  'durations',
);

/** What `survivalAt` takes as options. */
export const survivalAtOptions: Schema<SurvivalAtOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ time: count }),
  (options) => survivalAt(curveOfNothing(), options),
);

/** What `survivalQuantile` takes as options. */
export const survivalQuantileOptions: Schema<SurvivalQuantileOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ share: z.optional(count) }),
  (options) => survivalQuantile(curveOfNothing(), options),
);

/** What `restrictedMean` takes as options. */
export const restrictedMeanOptions: Schema<RestrictedMeanOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ horizon: count }),
  (options) => restrictedMean(curveOfNothing(), options),
);

function curveOfNothing(): ProductLimitCurve {
  return productLimitCurve({ time: [], ended: [] });
}
