import * as z from 'zod/mini';
import { expectedSpend } from '../models/gammaGamma/expectedSpend.ts';
import { fit as fitSpend } from '../models/gammaGamma/fit.ts';
import { readSpend } from '../models/gammaGamma/readSpend.ts';
import { simulate as simulateSpend } from '../models/gammaGamma/simulate.ts';
import type {
  GammaGammaFitOptions,
  GammaGammaParameters,
  SpendHistory,
  SpendSimulationOptions,
} from '../models/gammaGamma/types.ts';
import type { SpendHistories } from '../models/purchaseTypes.ts';
import { column, count, figure } from './fields.ts';
import { optionsSchema } from './optionsSchema.ts';
import { parametersSchema } from './parametersSchema.ts';
import { subjectSchema } from './subjectSchema.ts';
import type { Schema } from './types.ts';

const anySpend = (): GammaGammaParameters => ({ p: 1, q: 2, v: 1 });

/** The parameters of the Gamma-Gamma model. */
export const gammaGammaParameters: Schema<GammaGammaParameters> = /* @__PURE__ */ parametersSchema('p', 'q', 'v');

/** One customer, as `gammaGamma.expectedSpend` takes them. */
export const spendHistory: Schema<SpendHistory> = /* @__PURE__ */ subjectSchema(
  () => ({ frequency: count, meanSpend: figure }),
  (customer) => expectedSpend(anySpend(), customer),
  'customer',
);

/** What `gammaGamma.fit` takes as options. */
export const gammaGammaFitOptions: Schema<GammaGammaFitOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ start: z.optional(gammaGammaParameters) }),
  (options) => fitSpend({ frequency: [0], meanSpend: [0] }, options),
);

/** What `gammaGamma.simulate` takes as options. */
export const spendSimulationOptions: Schema<SpendSimulationOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ seed: count, frequencies: column }),
  (options) => simulateSpend(anySpend(), options),
);

/** What `fit` and `logLikelihood` of `gammaGamma` take. */
export const spendHistories: Schema<SpendHistories> = /* @__PURE__ */ subjectSchema(
  () => ({ frequency: column, meanSpend: column, spendCount: z.optional(column), weight: z.optional(column) }),
  (data) => readSpend('spendHistories', data),
  'data',
);
