import * as z from 'zod/mini';
import { checkCount, checkQuantity } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { BgBbParameters } from '../models/bgBb/types.ts';
import { simulate } from '../models/bgNbd/simulate.ts';
import type { BgNbdParameters } from '../models/bgNbd/types.ts';
import type { MbgNbdParameters } from '../models/mbgNbd/types.ts';
import type { ParetoNbdParameters } from '../models/paretoNbd/types.ts';
import type {
  AfterOptions,
  DiscountedPurchaseOptions,
  HorizonOptions,
  PurchaseCountOptions,
  PurchaseSimulationOptions,
} from '../models/purchaseOptions.ts';
import type { PurchaseHistories, PurchaseHistory } from '../models/purchaseTypes.ts';
import { checkHorizon } from '../models/purchaseVerbs.ts';
import { readDiscount } from '../models/readDiscount.ts';
import { readPurchases, wrongHistory } from '../models/readPurchases.ts';
import { column, count, must } from './fields.ts';
import { optionsSchema } from './optionsSchema.ts';
import { parametersSchema } from './parametersSchema.ts';
import { subjectSchema } from './subjectSchema.ts';
import type { Schema } from './types.ts';

/** The parameters of the BG/NBD model. */
export const bgNbdParameters: Schema<BgNbdParameters> = /* @__PURE__ */ parametersSchema('r', 'alpha', 'a', 'b');

/** The parameters of the MBG/NBD model. */
export const mbgNbdParameters: Schema<MbgNbdParameters> = /* @__PURE__ */ parametersSchema('r', 'alpha', 'a', 'b');

/** The parameters of the Pareto/NBD model. */
export const paretoNbdParameters: Schema<ParetoNbdParameters> = /* @__PURE__ */ parametersSchema(
  'r',
  'alpha',
  's',
  'beta',
);

/** The parameters of the BG/BB model. */
export const bgBbParameters: Schema<BgBbParameters> = /* @__PURE__ */ parametersSchema(
  'alpha',
  'beta',
  'gamma',
  'delta',
);

/** One customer's purchases; whether times are whole, as opportunities are, the model says. */
export const purchaseHistory: Schema<PurchaseHistory> = /* @__PURE__ */ subjectSchema(
  () => ({ frequency: count, recency: count, age: count }),
  ({ frequency, recency, age }) => {
    const wrong = wrongHistory(frequency, recency, age, false);
    if (wrong !== undefined) refuse(wrong.code, 'purchaseHistory', ['customer', wrong.name], wrong.rule, wrong.value);
  },
  'customer',
);

/** Purchases of many customers, as `fit` and `logLikelihood` of the models of purchases take them. */
export const purchaseHistories: Schema<PurchaseHistories> = /* @__PURE__ */ subjectSchema(
  () => ({
    ...{ frequency: column, recency: column, age: column, weight: z.optional(column) },
    definition: z.optional(z.any()),
  }),
  (data) => readPurchases('purchaseHistories', data, false),
  'data',
);

/** A time ahead, or all time to come. */
const horizon = (): Schema<number> =>
  z.union([z.number(), z.custom<number>((value) => value === Infinity)], must('a finite number or Infinity'));

/** What `expectedPurchases` takes as options; whether the horizon is whole, as opportunities are, the model says. */
export const horizonOptions: Schema<HorizonOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ horizon: horizon() }),
  (options) => checkHorizon('horizonOptions', options.horizon, false),
);

/** What `probabilityAlive` takes as options. */
export const afterOptions: Schema<AfterOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ after: z.optional(count) }),
  ({ after = 0 }) => checkQuantity('afterOptions', 'after', after),
);

/** What `probabilityOfPurchases` takes as options. */
export const purchaseCountOptions: Schema<PurchaseCountOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ purchases: count, horizon: count }),
  (options) => {
    checkCount('purchaseCountOptions', 'purchases', options.purchases);
    checkQuantity('purchaseCountOptions', 'horizon', options.horizon);
  },
);

/** What `discountedExpectedResidualTransactions` takes as options. */
export const discountedPurchaseOptions: Schema<DiscountedPurchaseOptions> = /* @__PURE__ */ optionsSchema(
  () => ({
    horizon: z.optional(horizon()),
    ...{ discountRate: z.optional(count), continuousDiscountRate: z.optional(count) },
  }),
  (options) => {
    readDiscount('discountedPurchaseOptions', options);
    checkHorizon('discountedPurchaseOptions', options.horizon ?? Infinity, false);
  },
);

/** Parameters of customers who hardly ever buy: whether ages are too long for the draws, one's own have to say. */
const seldom = (): BgNbdParameters => ({ r: 1, alpha: Number.MAX_VALUE, a: 1, b: 1 });

/** What `simulate` of a model of purchases takes as options. */
export const purchaseSimulationOptions: Schema<PurchaseSimulationOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ seed: count, ages: column }),
  (options) => simulate(seldom(), options),
);
