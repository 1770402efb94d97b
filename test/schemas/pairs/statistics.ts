import { adjustedPValues } from '../../../src/statistics/adjustedPValues.ts';
import { productLimitCurve } from '../../../src/statistics/productLimitCurve.ts';
import { proportionDifference } from '../../../src/statistics/proportionDifference.ts';
import { proportionInterval } from '../../../src/statistics/proportionInterval.ts';
import { restrictedMean } from '../../../src/statistics/restrictedMean.ts';
import { survivalAt } from '../../../src/statistics/survivalAt.ts';
import { survivalQuantile } from '../../../src/statistics/survivalQuantile.ts';
import type { Pair } from '../pair.ts';

const counts = { successes: 3, trials: 10 };
const curve = productLimitCurve({ time: [2, 3, 3, 5, 8], ended: [1, 1, 0, 1, 0] });
const COLUMNS = [
  ...[[], [1, 0, 1], [1, 1, 1], [0, 0, 0], [1, 2], [1, 0, 2], [1, 0, -1], [0.5, 1e300, 3], [1, Infinity, 1]],
  ...[Float64Array.of(3, 2, 1), Int32Array.of(1, 0, 1), BigInt64Array.of(1n, 0n, 1n), '101', { length: 3 }],
  new DataView(new ArrayBuffer(8)),
];

export const statisticsPairs: Readonly<Record<string, Pair>> = {
  levelOptions: {
    call: (options) => proportionDifference(counts, counts, options),
    ...{ needed: {}, optional: { level: 0.9 }, strict: true },
  },
  proportionCounts: { call: proportionInterval, needed: counts, argument: 'counts' },
  proportionIntervalOptions: {
    call: (options) => proportionInterval(counts, options),
    needed: {},
    optional: { level: 0.9, method: 'jeffreys' },
    ...{ values: { method: ['wilson', 'clopperPearson', 'wald', 'Wilson', null] }, strict: true },
  },
  adjustedPValuesOptions: {
    call: (options) => adjustedPValues([0.5], options),
    ...{ needed: {}, optional: { method: 'bonferroni' }, strict: true },
    values: { method: ['holm', 'benjaminiHochberg', 'Holm', 'BH', undefined, null] },
  },
  durations: {
    call: productLimitCurve,
    needed: { time: [2, 3, 5], ended: [1, 0, 1] },
    optional: { weight: [1, 1, 0.5] },
    values: { time: COLUMNS, ended: COLUMNS, weight: COLUMNS },
    ...{ beyondJson: true, argument: 'durations' },
  },
  survivalAtOptions: { call: (options) => survivalAt(curve, options), needed: { time: 4 }, strict: true },
  survivalQuantileOptions: {
    call: (options) => survivalQuantile(curve, options),
    ...{ needed: {}, optional: { share: 0.9 }, strict: true },
  },
  restrictedMeanOptions: {
    call: (options) => restrictedMean(curve, options),
    ...{ needed: { horizon: 6 }, strict: true },
  },
};
