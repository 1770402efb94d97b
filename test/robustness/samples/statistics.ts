export const statistics: Readonly<Record<string, readonly unknown[]>> = {
  bootstrapInterval: [[1, 2, 3], { statistic: () => 1, seed: 7, resamples: 20, level: 0.9 }],
  proportionDifference: [{ successes: 5, trials: 10 }, { successes: 7, trials: 10 }, { level: 0.9 }],
  proportionInterval: [
    { successes: 5, trials: 10 },
    { level: 0.9, method: 'wilson' },
  ],
};
