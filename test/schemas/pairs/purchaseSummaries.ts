import { DAY } from '../../../src/log/day.ts';
import { calibrationHoldoutSummary } from '../../../src/models/calibrationHoldoutSummary.ts';
import { expectedLifetimeValues } from '../../../src/models/expectedLifetimeValues.ts';
import { holdoutErrors } from '../../../src/models/holdoutErrors.ts';
import { bgNbd, gammaGamma } from '../../../src/models/index.ts';
import { type OpportunitySummaryOptions, opportunitySummary } from '../../../src/models/opportunitySummary.ts';
import { type CustomerPurchases, purchaseForecast } from '../../../src/models/purchaseForecast.ts';
import { purchaseSummary } from '../../../src/models/purchaseSummary.ts';
import type { HoldoutHistories } from '../../../src/models/readHoldout.ts';
import type { CustomerSpending } from '../../../src/models/valueOptions.ts';
import { type Pair, PLAIN_PERIOD } from '../pair.ts';
import { events, eventsAt } from './logs.ts';

const ENDS = [0, DAY - 1, DAY, 2 * DAY, 1e11, new Date(3 * DAY), 0.5, new Date(Number.NaN), null];
const UNITS = ['day', 'week', 'month', 'year', 'quarter', 'weeks', undefined];
const SPENDS = ['repeat', 'all', 'first', undefined];

const drawn = bgNbd.simulate({ r: 0.5, alpha: 6, a: 1.5, b: 3 }, { seed: 1, ages: new Array(300).fill(40) });
const fit = bgNbd.fit(drawn);
const COUNTS = [[1, 0], [1, 0.5], [1, -1], [1], [], Int32Array.of(1, 0), Float64Array.of(2, 0), 'ab', { length: 2 }];
const TIMES = [[5, 0], [5.5, 0], [50, 0], [0, 0], [-1, 0], [Number.NaN, 0], [5], Float64Array.of(5, 0), null];

const spendFit = gammaGamma.fit(gammaGamma.simulate({ p: 6, q: 4, v: 15 }, { seed: 2, frequencies: drawn.frequency }));
const AGES = [...TIMES, [20, 10]];
const SPENT = [[7, Number.NaN], [7, 7], [Number.NaN, Number.NaN], [0, 7], [Infinity, Number.NaN], ['7', 7], [7]];
const CUSTOMERS = [['ada', 'bob'], [1, 2], ['ada'], [], 'ab', Int32Array.of(1, 2), { length: 2 }, null];
const DEFINITIONS = [{}, { timeUnit: 'month' }, { timeUnit: '' }, { timeUnit: 7 }, { more: 1 }, undefined, null];

export const purchaseSummariesPairs: Readonly<Record<string, Pair>> = {
  purchaseSummaryOptions: {
    call: (options) => purchaseSummary(events, options),
    needed: { unit: 'week', asOf: 5000 },
    optional: { timeZone: 'Europe/Berlin', spend: 'all' },
    values: { unit: UNITS, spend: SPENDS },
    ...{ strict: true, beyondJson: true },
  },
  calibrationHoldoutOptions: {
    call: (options) => calibrationHoldoutSummary(events, options),
    needed: { unit: 'week', calibrationEnd: DAY, holdoutEnd: 9 * DAY },
    optional: { timeZone: 'Europe/Berlin', spend: 'all' },
    values: { unit: UNITS, spend: SPENDS, calibrationEnd: ENDS, holdoutEnd: ENDS },
    ...{ strict: true, beyondJson: true },
  },
  opportunitySummaryOptions: {
    call: (options: OpportunitySummaryOptions) => opportunitySummary(eventsAt(options?.asOf), options),
    needed: { period: 'month', asOf: DAY },
    optional: { timeZone: 'Europe/Berlin', weekStartsOn: 'sunday', ...PLAIN_PERIOD },
    ...{ strict: true, beyondJson: true },
  },
  customerPurchases: {
    call: (summary: CustomerPurchases) => purchaseForecast(summary, { purchaseFit: fit, horizon: 3 }),
    needed: { customers: ['ada', 'bob'], frequency: [1, 0], recency: [5, 0], age: [20, 10] },
    optional: { definition: { timeUnit: 'week' } },
    values: { customers: CUSTOMERS, frequency: COUNTS, recency: TIMES, age: AGES, definition: DEFINITIONS },
    ...{ beyondJson: true, argument: 'summary' },
  },
  customerSpending: {
    call: (summary: CustomerSpending) =>
      expectedLifetimeValues(summary, { purchaseFit: fit, spendFit, horizon: 3, discountRate: 0.01 }),
    needed: {
      customers: ['ada', 'bob'],
      frequency: [1, 0],
      recency: [5, 0],
      age: [20, 10],
      meanSpend: [7, Number.NaN],
    },
    optional: { spendCount: [2, 1], definition: { timeUnit: 'week', currency: 'EUR' } },
    full: { spendCount: [2, 0], definition: { timeUnit: 'week', currency: 'EUR' } },
    values: {
      ...{ customers: CUSTOMERS, frequency: COUNTS, recency: TIMES, age: AGES, definition: DEFINITIONS },
      ...{ meanSpend: SPENT, spendCount: [...COUNTS, [2, 0], undefined] },
    },
    ...{ beyondJson: true, argument: 'summary' },
  },
  holdoutHistories: {
    call: (split: HoldoutHistories) => holdoutErrors(split, { fit }),
    needed: { frequency: [1, 0], recency: [5, 0], age: [20, 10], holdoutFrequency: [2, 0], holdoutLength: 10 },
    optional: { weight: [2, 1], definition: { timeUnit: 'week' } },
    values: {
      ...{ frequency: COUNTS, holdoutFrequency: COUNTS, weight: [...COUNTS, undefined] },
      ...{ recency: TIMES, age: AGES, holdoutLength: [10, 0.5, 0, -1, Infinity] },
      definition: DEFINITIONS,
    },
    ...{ beyondJson: true, argument: 'split' },
  },
};
