import * as betaDiscreteWeibull from '../../../src/models/betaDiscreteWeibull/index.ts';
import { contractSurvivors } from '../../../src/models/contractSurvivors.ts';
import type { ContractCustomer, ContractHistories } from '../../../src/models/contractTypes.ts';
import * as sBg from '../../../src/models/sBg/index.ts';
import type { Pair } from '../pair.ts';
import { tenuresUpTo } from './logs.ts';

const NARROW = { alpha: 0.7, beta: 1.2 };
const WIDE = { alpha: 0.5, beta: 0.9, c: 1.2 };
const STARTS = [NARROW, WIDE, { ...WIDE, more: 1 }, { ...WIDE, beta: 0 }, { alpha: 1 }, {}, 'ab', undefined, null];
const CONTRACTS = { cohorts: [{ survivors: [10, 6, 4] }] };
const COHORTS = [
  ...[[], [{}], [null], [{ survivors: [] }], [{ survivors: [5] }], [{ survivors: [0, 0] }], { survivors: [5, 3] }],
  ...[[{ survivors: [5, 6] }], [{ survivors: [5, 2.5] }], [{ survivors: Int32Array.of(5, 3) }], 'cohorts'],
  ...[[{ survivors: [5, 3], renewalsBefore: 4 }], [{ survivors: [5, 3], renewalsBefore: 100_000 }]],
  ...[
    [
      { survivors: [5, 3], label: 'March' },
      { survivors: [8, 8], renewalsBefore: undefined },
    ],
  ],
];
const TIMINGS = ['justAcquired', 'beforeRenewal', 'afterPayment', 'now', undefined];
const RATES = [0, 0.1, 1e300, -0.1, Number.NaN, '0.1', undefined];
const HORIZONS = [1, 12, 2 ** 53 - 1, 0, 2.5, Infinity, undefined];
const PERIODS = [0, 1, 12, 100_000, 100_001, 2.5, -1];
const NEW = { renewals: 0 };

export const contractModelsPairs: Readonly<Record<string, Pair>> = {
  sBgParameters: { call: (one) => sBg.renewalProbability(one, NEW), needed: NARROW, argument: 'parameters' },
  betaDiscreteWeibullParameters: {
    ...{ call: (one) => betaDiscreteWeibull.renewalProbability(one, NEW), needed: WIDE, argument: 'parameters' },
  },
  contractHistories: {
    call: (data: ContractHistories) => sBg.logLikelihood(NARROW, data),
    needed: CONTRACTS,
    optional: { definition: { period: 'month' } },
    values: { cohorts: COHORTS, definition: [{}, { period: '' }, { period: 5 }, { period: 'year', more: 1 }] },
    ...{ beyondJson: true, argument: 'data' },
  },
  contractSurvivorsOptions: {
    call: (options) => contractSurvivors(tenuresUpTo(5000), options),
    ...{ needed: { period: 'month' }, optional: { every: 2, timeZone: 'Europe/Berlin' }, strict: true },
  },
  contractCustomer: {
    call: (customer: ContractCustomer) => sBg.renewalProbability(NARROW, customer),
    ...{ needed: NEW, argument: 'customer' },
  },
  sBgFitOptions: {
    call: (options) => sBg.fit(CONTRACTS, options),
    ...{ needed: {}, optional: { start: NARROW }, values: { start: STARTS }, strict: true },
  },
  betaDiscreteWeibullFitOptions: {
    call: (options) => betaDiscreteWeibull.fit(CONTRACTS, options),
    ...{ needed: {}, optional: { start: WIDE }, values: { start: STARTS }, strict: true },
  },
  residualLifetimeOptions: {
    call: (options) => sBg.expectedResidualLifetime(NARROW, NEW, options),
    ...{ needed: { timing: 'afterPayment' }, optional: { horizon: 12 }, strict: true },
    values: { timing: TIMINGS, horizon: HORIZONS },
  },
  discountedResidualLifetimeOptions: {
    call: (options) => sBg.discountedExpectedResidualLifetime(NARROW, NEW, options),
    needed: { timing: 'afterPayment' },
    optional: { horizon: 12, discountRate: 0.1, continuousDiscountRate: 0.1 },
    full: { horizon: 12, discountRate: 0.1 },
    values: { timing: TIMINGS, horizon: HORIZONS, discountRate: RATES, continuousDiscountRate: RATES },
    strict: true,
  },
  contractSurvivalOptions: {
    call: (options) => sBg.survivalProbability(NARROW, NEW, options),
    ...{ needed: { periods: 12 }, values: { periods: PERIODS }, strict: true },
  },
  contractProjectionOptions: {
    call: (options) => sBg.projection(NARROW, options),
    ...{
      needed: { periods: 12 },
      values: { periods: [...PERIODS.filter((count) => count !== 100_000)] },
      strict: true,
    },
  },
  contractSimulationOptions: {
    call: (options) => sBg.simulate(NARROW, options),
    needed: { seed: 7, customers: 20, periods: 5 },
    values: { seed: [0, -7, 2 ** 53, 0.5], customers: [1, 0, 10_000_001, 2.5], periods: [1, 0, 100_001, 2.5] },
    strict: true,
  },
};
