import { expectedSpend } from '../../../src/models/gammaGamma/expectedSpend.ts';
import { expectedSpendOfNewCustomer } from '../../../src/models/gammaGamma/expectedSpendOfNewCustomer.ts';
import { fit as fitSpend } from '../../../src/models/gammaGamma/fit.ts';
import { logLikelihood } from '../../../src/models/gammaGamma/logLikelihood.ts';
import { simulate as simulateSpend } from '../../../src/models/gammaGamma/simulate.ts';
import type { SpendHistory } from '../../../src/models/gammaGamma/types.ts';
import type { SpendHistories } from '../../../src/models/purchaseTypes.ts';
import type { Pair } from '../pair.ts';

const SPEND = { p: 6.25, q: 3.74, v: 15.44 };
const COUNTS = [[1, 0], [1, 0.5], [1, -1], [1], [], Int32Array.of(1, 0), Float64Array.of(2, 0), 'ab', { length: 2 }];
const SPENT = [
  [7, Number.NaN],
  [7, 7],
  [Number.NaN, Number.NaN],
  [-7, Number.NaN],
  [Infinity, Number.NaN],
  ['7', 7],
  [7],
];
const STARTS = [SPEND, { ...SPEND, more: 1 }, { ...SPEND, q: 0 }, { p: 1, q: 2 }, {}, 'pqv', undefined, null];

export const spendModelPairs: Readonly<Record<string, Pair>> = {
  gammaGammaParameters: { call: expectedSpendOfNewCustomer, needed: SPEND, argument: 'parameters' },
  spendHistory: {
    call: (customer: SpendHistory) => expectedSpend(SPEND, customer),
    needed: { frequency: 2, meanSpend: 22.35 },
    values: { frequency: [0, 1, 29, 1.5, -1], meanSpend: [0, -5, Number.NaN, Infinity, undefined] },
    ...{ beyondJson: true, argument: 'customer' },
  },
  gammaGammaFitOptions: {
    call: (options) => fitSpend({ frequency: [1, 3, 2], meanSpend: [20, 35, 28] }, options),
    ...{ needed: {}, optional: { start: SPEND }, values: { start: STARTS }, strict: true },
  },
  spendSimulationOptions: {
    call: (options) => simulateSpend(SPEND, options),
    needed: { seed: 7, frequencies: [1, 0, 12] },
    values: {
      seed: [0, -7, 2 ** 53 - 1, 2 ** 53, 0.5],
      frequencies: [[], [1, -1], [0.5], ['1'], [null], Int32Array.of(1, 2), 'abc', { length: 2 }],
    },
    ...{ strict: true, beyondJson: true },
  },
  spendHistories: {
    call: (data: SpendHistories) => logLikelihood(SPEND, data),
    needed: { frequency: [1, 0], meanSpend: [7, Number.NaN] },
    optional: { spendCount: [2, 0], weight: [2, 1] },
    values: {
      ...{ frequency: COUNTS, meanSpend: SPENT },
      ...{ spendCount: [...COUNTS, [0, 0], undefined], weight: [...COUNTS, undefined] },
    },
    ...{ beyondJson: true, argument: 'data' },
  },
};
