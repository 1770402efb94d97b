import * as z from 'zod/mini';
import {
  type BetaDiscreteWeibullFitOptions,
  fit as fitBetaDiscreteWeibull,
} from '../models/betaDiscreteWeibull/fit.ts';
import type { BetaDiscreteWeibullParameters } from '../models/betaDiscreteWeibull/parameters.ts';
import {
  readDiscountedPayments,
  readPayments,
  readPeriods,
  readPeriodsToList,
  readRenewals,
} from '../models/contractReaders.ts';
import { readSimulation } from '../models/contractSimulation.ts';
import { type ContractSurvivorsOptions, contractSurvivors } from '../models/contractSurvivors.ts';
import { tallyContracts } from '../models/contractTally.ts';
import type {
  ContractCustomer,
  ContractHistories,
  ContractProjectionOptions,
  ContractSimulationOptions,
  ContractSurvivalOptions,
  DiscountedResidualLifetimeOptions,
  ResidualLifetimeOptions,
} from '../models/contractTypes.ts';
import { fit as fitSBg, type SBgFitOptions } from '../models/sBg/fit.ts';
import type { SBgParameters } from '../models/sBg/parameters.ts';
import { emptyTenures } from './emptyLogs.ts';
import { column, count, oneOf, record } from './fields.ts';
import { optionsSchema } from './optionsSchema.ts';
import { parametersSchema } from './parametersSchema.ts';
import { type FieldSchemas, subjectSchema } from './subjectSchema.ts';
import { timeZoneFields } from './time.ts';
import type { Schema } from './types.ts';

const NEW = { renewals: 0 };
const anyContracts = (): ContractHistories => ({ cohorts: [{ survivors: [2, 1] }] });

/** The parameters of the shifted-beta-geometric model. */
export const sBgParameters: Schema<SBgParameters> = /* @__PURE__ */ parametersSchema('alpha', 'beta');

/** The parameters of the beta-discrete-Weibull model. */
export const betaDiscreteWeibullParameters: Schema<BetaDiscreteWeibullParameters> = /* @__PURE__ */ parametersSchema(
  'alpha',
  'beta',
  'c',
);

const survivorCounts = () =>
  z.looseObject({ survivors: column, renewalsBefore: z.optional(count) }, 'must be an object');

/** What `fit` and `logLikelihood` of `sBg` and of `betaDiscreteWeibull` take. */
export const contractHistories: Schema<ContractHistories> = /* @__PURE__ */ subjectSchema(
  () => ({
    cohorts: z.array(survivorCounts(), 'must be an array of cohorts'),
    definition: z.optional(record),
  }),
  (data) => tallyContracts('contractHistories', data),
  'data',
);

/** What `contractSurvivors` takes as options. */
export const contractSurvivorsOptions: Schema<ContractSurvivorsOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ ...timeZoneFields(), period: oneOf('week', 'month', 'quarter', 'year'), every: z.optional(count) }),
  (options) => contractSurvivors(emptyTenures(0), options),
);

/** A customer, as the contractual models take them. */
export const contractCustomer: Schema<ContractCustomer> = /* @__PURE__ */ subjectSchema(
  () => ({ renewals: count }),
  (customer) => readRenewals('renewalProbability', customer),
  'customer',
);

/** What `sBg.fit` takes as options. */
export const sBgFitOptions: Schema<SBgFitOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ start: z.optional(sBgParameters) }),
  (options) => fitSBg(anyContracts(), options),
);

/** What `betaDiscreteWeibull.fit` takes as options. */
export const betaDiscreteWeibullFitOptions: Schema<BetaDiscreteWeibullFitOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ start: z.optional(betaDiscreteWeibullParameters) }),
  (options) => fitBetaDiscreteWeibull(anyContracts(), options),
);

const timingFields = (): FieldSchemas<ResidualLifetimeOptions> => ({
  timing: oneOf('justAcquired', 'beforeRenewal', 'afterPayment'),
  horizon: z.optional(count),
});

/** What `expectedResidualLifetime` takes as options. */
export const residualLifetimeOptions: Schema<ResidualLifetimeOptions> = /* @__PURE__ */ optionsSchema(
  timingFields,
  (options) => readPayments('expectedResidualLifetime', NEW, options),
);

/** What `discountedExpectedResidualLifetime` takes as options. */
export const discountedResidualLifetimeOptions: Schema<DiscountedResidualLifetimeOptions> =
  /* @__PURE__ */ optionsSchema(
    () => ({ ...timingFields(), discountRate: z.optional(count), continuousDiscountRate: z.optional(count) }),
    (options) => readDiscountedPayments('discountedExpectedResidualLifetime', NEW, options),
  );

/** What `survivalProbability` takes as options. */
export const contractSurvivalOptions: Schema<ContractSurvivalOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ periods: count }),
  (options) => readPeriods('survivalProbability', options),
);

/** What `projection` takes as options. */
export const contractProjectionOptions: Schema<ContractProjectionOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ periods: count }),
  (options) => readPeriodsToList('projection', options),
);

/** What `simulate` of a contractual model takes as options. */
export const contractSimulationOptions: Schema<ContractSimulationOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ seed: count, customers: count, periods: count }),
  (options) => readSimulation('simulate', options),
);
