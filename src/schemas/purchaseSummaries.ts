import * as z from 'zod/mini';
import { type CalibrationHoldoutOptions, calibrationHoldoutSummary } from '../models/calibrationHoldoutSummary.ts';
import { expectedLifetimeValues } from '../models/expectedLifetimeValues.ts';
import type { GammaGammaFit } from '../models/gammaGamma/types.ts';
import { holdoutErrors } from '../models/holdoutErrors.ts';
import { type OpportunitySummaryOptions, opportunitySummary } from '../models/opportunitySummary.ts';
import type { PurchaseFit } from '../models/purchaseFits.ts';
import { type CustomerPurchases, checkCustomerPurchases } from '../models/purchaseForecast.ts';
import { type PurchaseSummaryOptions, purchaseSummary } from '../models/purchaseSummary.ts';
import type { HoldoutHistories } from '../models/readHoldout.ts';
import type { CustomerSpending } from '../models/valueOptions.ts';
import { emptyEvents } from './emptyLogs.ts';
import { column, count, instant, list, oneOf } from './fields.ts';
import { optionsSchema } from './optionsSchema.ts';
import { type FieldSchemas, subjectSchema } from './subjectSchema.ts';
import { periodFields, timeZoneFields } from './time.ts';
import type { Schema } from './types.ts';

function summaryFields(): FieldSchemas<Omit<PurchaseSummaryOptions, 'asOf'>> {
  return {
    ...timeZoneFields(),
    unit: oneOf('day', 'week', 'month', 'year'),
    spend: z.optional(oneOf('repeat', 'all')),
  };
}

/** What `purchaseSummary` takes as options. */
export const purchaseSummaryOptions: Schema<PurchaseSummaryOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ ...summaryFields(), asOf: instant }),
  (options) => purchaseSummary(emptyEvents(), options),
);

/** What `calibrationHoldoutSummary` takes as options. */
export const calibrationHoldoutOptions: Schema<CalibrationHoldoutOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ ...summaryFields(), calibrationEnd: instant, holdoutEnd: instant }),
  (options) => calibrationHoldoutSummary(emptyEvents(), options),
);

/** What `opportunitySummary` takes as options. */
export const opportunitySummaryOptions: Schema<OpportunitySummaryOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ ...periodFields(), asOf: instant }),
  (options) => opportunitySummary(emptyEvents(), options),
);

function purchaseFields(): FieldSchemas<Omit<CustomerPurchases, 'customers'>> {
  return { frequency: column, recency: column, age: column, definition: z.optional(z.any()) };
}

/** What a fit of any data is looked at for: its model, its parameters, and that it converged. */
const anyFit = (): PurchaseFit => {
  const parameters = { r: 1, alpha: 1, a: 2, b: 2 };
  return { model: 'bgNbd', parameters, converged: true, definition: { timeUnit: undefined } } as PurchaseFit;
};

const anySpendFit = (): GammaGammaFit => {
  const parameters = { p: 1, q: 2, v: 1 };
  return { model: 'gammaGamma', parameters, converged: true, definition: {} } as GammaGammaFit;
};

/** Customers and their purchases, as `purchaseForecast` takes them. */
export const customerPurchases: Schema<CustomerPurchases> = /* @__PURE__ */ subjectSchema(
  () => ({ customers: list, ...purchaseFields() }),
  (summary) => checkCustomerPurchases('purchaseForecast', summary, { isDiscrete: false, timeUnit: undefined }),
  'summary',
);

/** Customers with their purchases and spend, as `expectedLifetimeValues` and its like take them. */
export const customerSpending: Schema<CustomerSpending> = /* @__PURE__ */ subjectSchema(
  () => ({ customers: list, ...purchaseFields(), meanSpend: column, spendCount: z.optional(column) }),
  (summary) => expectedLifetimeValues(summary, { purchaseFit: anyFit(), spendFit: anySpendFit(), horizon: 0 }),
  'summary',
);

/** Calibration and holdout as columns, as `holdoutErrors` and the tables of a holdout take them. */
export const holdoutHistories: Schema<HoldoutHistories> = /* @__PURE__ */ subjectSchema(
  () => ({ ...purchaseFields(), weight: z.optional(column), holdoutFrequency: column, holdoutLength: count }),
  (split) => holdoutErrors(split, { fit: anyFit() }),
  'split',
);
