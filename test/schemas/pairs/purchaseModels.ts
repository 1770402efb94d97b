import { bgBb, bgNbd, mbgNbd, paretoNbd } from '../../../src/models/index.ts';
import type { PurchaseHistories, PurchaseHistory } from '../../../src/models/purchaseTypes.ts';
import type { Pair } from '../pair.ts';

const DROPOUT = { r: 0.5, alpha: 6, a: 1.5, b: 3 };
/** Customers who hardly ever buy, so that hardly any age is too long to draw. */
const SELDOM = { r: 0.5, alpha: 1e308, a: 1.5, b: 3 };
const LIFETIME = { r: 0.5, alpha: 10, s: 0.6, beta: 11 };
const CHANCES = { alpha: 1.2, beta: 0.75, gamma: 0.66, delta: 2.8 };
const CUSTOMER = { frequency: 2, recency: 30, age: 39 };
const NOW = { horizon: 0 };
const COUNTS = [[1, 0], [1, 0.5], [1, -1], [1], [], Int32Array.of(1, 0), Float64Array.of(2, 0), 'ab', { length: 2 }];
const TIMES = [[5, 0], [5.5, 0], [50, 0], [0, 0], [-1, 0], [Number.NaN, 0], [5], Float64Array.of(5, 0), null];
const AGES = [[10, 20], [0, 1e300], [5.5], [], [-1, 5], [Infinity], ['5'], Float64Array.of(5, 0), 'ab', { length: 2 }];
const HORIZONS = [0, 12, 2.5, 1e300, Infinity, -Infinity, -1, Number.NaN, '12', undefined];
const RATES = [0, 0.1, 1e300, -0.1, Number.NaN, '0.1', undefined];

export const purchaseModelsPairs: Readonly<Record<string, Pair>> = {
  bgNbdParameters: {
    ...{ call: (one) => bgNbd.expectedPurchasesOfNewCustomer(one, NOW), needed: DROPOUT, argument: 'parameters' },
  },
  mbgNbdParameters: {
    ...{ call: (one) => mbgNbd.expectedPurchasesOfNewCustomer(one, NOW), needed: DROPOUT, argument: 'parameters' },
  },
  paretoNbdParameters: {
    ...{ call: (one) => paretoNbd.expectedPurchasesOfNewCustomer(one, NOW), needed: LIFETIME, argument: 'parameters' },
  },
  bgBbParameters: {
    ...{ call: (one) => bgBb.expectedPurchasesOfNewCustomer(one, NOW), needed: CHANCES, argument: 'parameters' },
  },
  purchaseHistory: {
    call: (customer: PurchaseHistory) => mbgNbd.probabilityAlive(DROPOUT, customer),
    needed: CUSTOMER,
    values: { frequency: [0, 1, 29, 1.5, -1], recency: [0, 5.5, 39, 40, -1], age: [30, 0, 39.5, 1e300, -1] },
    ...{ argument: 'customer' },
  },
  purchaseHistories: {
    call: (data: PurchaseHistories) => mbgNbd.logLikelihood(DROPOUT, data),
    needed: { frequency: [1, 0], recency: [5, 0], age: [20, 10] },
    optional: { weight: [2, 1], definition: { timeUnit: 'week' } },
    values: {
      ...{ frequency: COUNTS, recency: TIMES, age: [...TIMES, [20, 10]], weight: [...COUNTS, [0, 0], undefined] },
      definition: [{}, { timeUnit: 'month' }, { timeUnit: '' }, { timeUnit: 7 }, { more: 1 }, undefined, null],
    },
    ...{ beyondJson: true, argument: 'data' },
  },
  horizonOptions: {
    call: (options) => bgNbd.expectedPurchases(DROPOUT, CUSTOMER, options),
    ...{ needed: { horizon: 52 }, values: { horizon: HORIZONS }, strict: true, beyondJson: true },
  },
  afterOptions: {
    call: (options) => bgNbd.probabilityAlive(DROPOUT, CUSTOMER, options),
    ...{ needed: {}, optional: { after: 10 }, values: { after: HORIZONS }, strict: true },
  },
  purchaseCountOptions: {
    call: (options) => bgNbd.probabilityOfPurchases(DROPOUT, CUSTOMER, options),
    needed: { purchases: 2, horizon: 52 },
    values: { purchases: [0, 1, 30, 1.5, -1], horizon: HORIZONS },
    strict: true,
  },
  discountedPurchaseOptions: {
    call: (options) => bgNbd.discountedExpectedResidualTransactions(DROPOUT, CUSTOMER, options),
    needed: {},
    optional: { horizon: 52, discountRate: 0.1, continuousDiscountRate: 0.1 },
    full: { horizon: 52, discountRate: 0.1 },
    values: { horizon: HORIZONS, discountRate: RATES, continuousDiscountRate: RATES },
    ...{ strict: true, beyondJson: true },
  },
  purchaseSimulationOptions: {
    call: (options) => bgNbd.simulate(SELDOM, options),
    needed: { seed: 7, ages: [10, 20, 30] },
    values: { seed: [0, -7, 2 ** 53 - 1, 2 ** 53, 0.5], ages: AGES },
    ...{ strict: true, beyondJson: true },
  },
};
