import { fit as fitBgNbd } from '../../../src/models/bgNbd/fit.ts';
import { simulate as simulateBgNbd } from '../../../src/models/bgNbd/simulate.ts';
import { fit as fitSpend } from '../../../src/models/gammaGamma/fit.ts';
import { simulate as simulateSpend } from '../../../src/models/gammaGamma/simulate.ts';
import { purchaseSummary } from '../../../src/models/purchaseSummary.ts';
import { asOf, DAY, events, tenures } from './shared.ts';

const dropout = { r: 0.5, alpha: 6, a: 1.5, b: 3 };
const spend = { p: 6.25, q: 3.74, v: 15.44 };

const drawn = simulateBgNbd(dropout, { seed: 1, ages: new Array(300).fill(40) });
const spent = simulateSpend(spend, { seed: 2, frequencies: drawn.frequency });
export const purchaseFit = fitBgNbd({ ...drawn, definition: { timeUnit: 'week' } });
export const spendFit = fitSpend(spent);
const few = (column: ArrayLike<number>): number[] => Array.from(column).slice(0, 12);
const summary = {
  customers: few(drawn.frequency).map((_, customer) => customer),
  ...{ frequency: few(drawn.frequency), recency: few(drawn.recency), age: few(drawn.age) },
  ...{ meanSpend: few(spent.meanSpend), spendCount: few(drawn.frequency) },
  definition: { timeUnit: 'week', currency: 'EUR' },
};
const valuation = { purchaseFit, spendFit, horizon: 52, discountRate: 0.002, margin: 0.4 };
const weekly = purchaseSummary(events, { asOf, unit: 'week' });

/** The verbs of a model of purchases, by the parameters that it takes. */
function purchaseVerbs(model: string, parameters: object, isDiscrete: boolean): Record<string, readonly unknown[]> {
  const customer = { frequency: 2, recency: isDiscrete ? 4 : 30.43, age: isDiscrete ? 6 : 38.86 };
  const data = {
    frequency: [0, 1, 2, 0, 3],
    recency: [0, 2, 4, 0, 5],
    age: [6, 6, 6, 5, 6],
    weight: [5, 3, 2, 1, 1],
    definition: { timeUnit: 'week' },
  };
  const discount = { discountRate: 0.01, horizon: 20 };
  return {
    [`${model}.discountedExpectedResidualTransactions`]: [parameters, customer, discount],
    [`${model}.discountedExpectedTransactionsOfNewCustomer`]: [parameters, discount],
    [`${model}.expectedPurchases`]: [parameters, customer, { horizon: 10 }],
    [`${model}.expectedPurchasesOfNewCustomer`]: [parameters, { horizon: 10 }],
    [`${model}.fit`]: [data, { start: parameters }],
    [`${model}.logLikelihood`]: [parameters, data],
    [`${model}.probabilityAlive`]: [parameters, customer, { after: 3 }],
    [`${model}.probabilityOfPurchases`]: [parameters, customer, { purchases: 2, horizon: 10 }],
    [`${model}.probabilityOfPurchasesOfNewCustomer`]: [parameters, { purchases: 2, horizon: 10 }],
    [`${model}.simulate`]: [parameters, { seed: 7, ages: [10, 20, 30] }],
  };
}

const contracts = {
  cohorts: [
    { survivors: [1000, 631, 468, 382, 326] },
    { survivors: [500, 320, 240] },
    { survivors: [300, 250, 221, 200], renewalsBefore: 2 },
  ],
  definition: { period: 'month' },
};
const renewed = { renewals: 2 };
const beforeRenewal = { timing: 'beforeRenewal', horizon: 12 };

/** The verbs of a contractual model, by the parameters that it takes. */
const contractVerbs = (model: string, parameters: object): Record<string, readonly unknown[]> => ({
  [`${model}.discountedExpectedResidualLifetime`]: [parameters, renewed, { ...beforeRenewal, discountRate: 0.1 }],
  [`${model}.expectedResidualLifetime`]: [parameters, renewed, beforeRenewal],
  [`${model}.fit`]: [contracts, { start: parameters }],
  [`${model}.logLikelihood`]: [parameters, contracts],
  [`${model}.projection`]: [parameters, { periods: 5 }],
  [`${model}.renewalProbability`]: [parameters, renewed],
  [`${model}.simulate`]: [parameters, { seed: 7, customers: 50, periods: 5 }],
  [`${model}.survivalProbability`]: [parameters, renewed, { periods: 3 }],
});

const spenders = {
  frequency: [1, 4, 2, 0, 6, 3, 9],
  meanSpend: [12, 35, 20, Number.NaN, 31, 90, 24],
  weight: [2, 1, 1, 5, 1, 1, 1],
};

const split = {
  ...{ frequency: few(drawn.frequency), recency: few(drawn.recency), age: few(drawn.age) },
  holdoutFrequency: [0, 1, 0, 0, 4, 0, 0, 2, 0, 0, 1, 0],
  weight: [1, 2, 1, 0, 1, 1, 3, 1, 1, 1, 1, 1],
  holdoutLength: 12,
  definition: { timeUnit: 'week' },
};
const { holdoutFrequency: _, holdoutLength: __, ...calibration } = split;

export const models: Readonly<Record<string, readonly unknown[]>> = {
  ...purchaseVerbs('bgNbd', dropout, false),
  ...purchaseVerbs('mbgNbd', dropout, false),
  ...purchaseVerbs('paretoNbd', { r: 0.55, alpha: 10.6, s: 0.6, beta: 11.7 }, false),
  ...purchaseVerbs('bgBb', { alpha: 1.2, beta: 0.75, gamma: 0.66, delta: 2.8 }, true),
  ...contractVerbs('sBg', { alpha: 0.7, beta: 1.2 }),
  ...contractVerbs('betaDiscreteWeibull', { alpha: 0.5, beta: 0.9, c: 1.2 }),
  'gammaGamma.expectedSpend': [spend, { frequency: 2, meanSpend: 22.35 }],
  'gammaGamma.expectedSpendOfNewCustomer': [spend],
  'gammaGamma.fit': [spenders, { start: spend }],
  'gammaGamma.logLikelihood': [spend, spenders],
  'gammaGamma.simulate': [spend, { seed: 7, frequencies: [1, 3, 12] }],
  activityBrierScore: [split, { fit: purchaseFit }],
  activityCalibrationTable: [split, { fit: purchaseFit, bins: 4, level: 0.9 }],
  calibrationHoldoutSummary: [
    events,
    { calibrationEnd: 20 * DAY, holdoutEnd: asOf, unit: 'week', timeZone: 'Europe/Berlin', spend: 'repeat' },
  ],
  conditionalExpectationTable: [split, { fit: purchaseFit, atMost: 3 }],
  contractSurvivors: [tenures, { period: 'week', every: 2, timeZone: 'Europe/Berlin' }],
  expectedLifetimeValues: [summary, { ...valuation, acquisitionCost: 5 }],
  expectedPaybackTimes: [summary, { ...valuation, margin: 1, horizon: 5200, discountRate: 0, acquisitionCost: 0.1 }],
  explainFit: [purchaseFit],
  holdoutErrors: [split, { fit: purchaseFit }],
  lifetimeValueIntervals: [summary, { ...valuation, level: 0.9 }],
  mergePurchaseSummaries: [weekly, { ...weekly, customers: ['dan', 'eve', 'fay'] }],
  newCustomerLifetimeValue: [{ ...valuation, horizon: 520, acquisitionCost: 20 }],
  opportunitySummary: [events, { period: 'week', timeZone: 'Europe/Berlin', weekStartsOn: 'monday', asOf }],
  purchaseForecast: [summary, { purchaseFit, horizon: 52 }],
  purchaseFrequencyTable: [calibration, { fit: purchaseFit, atMost: 3 }],
  purchaseSummary: [events, { asOf, unit: 'month', timeZone: 'Europe/Berlin', spend: 'all' }],
  purchaseTracking: [events, { fit: purchaseFit, calibrationEnd: 20 * DAY, asOf, timeZone: 'Europe/Berlin' }],
  spendFrequencyCorrelation: [
    { frequency: [1, 2, 0, 4, 5], meanSpend: [20, 30, Number.NaN, 10, 50], weight: [1, 2, 1, 1, 1] },
    { level: 0.9 },
  ],
};
