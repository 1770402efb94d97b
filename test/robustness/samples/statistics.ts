import { productLimitCurve } from '../../../src/statistics/productLimitCurve.ts';

const durations = { time: [2, 3, 3, 5, 8], ended: [1, 1, 0, 1, 0], weight: [1, 2, 1, 0.5, 1] };
const curve = productLimitCurve({ time: durations.time, ended: durations.ended });

export const statistics: Readonly<Record<string, readonly unknown[]>> = {
  adjustedPValues: [[0.03, Number.NaN, 0.01, 1], { method: 'benjaminiHochberg' }],
  bootstrapInterval: [[1, 2, 3], { statistic: () => 1, seed: 7, resamples: 20, level: 0.9 }],
  meanInterval: [[7, 6, 5], { level: 0.9 }],
  productLimitCurve: [durations, { level: 0.9 }],
  proportionDifference: [{ successes: 5, trials: 10 }, { successes: 7, trials: 10 }, { level: 0.9 }],
  proportionInterval: [
    { successes: 5, trials: 10 },
    { level: 0.9, method: 'wilson' },
  ],
  proportionTest: [
    { successes: 5, trials: 10 },
    { successes: 7, trials: 10 },
  ],
  restrictedMean: [curve, { horizon: 6 }],
  restrictedMeanInterval: [curve, { horizon: 6 }],
  survivalAt: [curve, { time: 4 }],
  survivalQuantile: [curve, { share: 0.5 }],
};
