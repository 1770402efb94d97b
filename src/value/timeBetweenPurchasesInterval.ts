import { checkLevel, checkOptions } from '../core/checks.ts';
import type { LevelOptions } from '../core/types.ts';
import { type BootstrapInterval, bootstrapInterval, checkDraws } from '../statistics/bootstrapInterval.ts';
import { drawnMedian } from './drawnMedian.ts';
import { checkGaps, checkWeighting } from './gapWeights.ts';
import type { PurchaseGaps } from './purchaseGaps.ts';
import type { TimeBetweenPurchasesOptions } from './timeBetweenPurchases.ts';

/** What the typical time is taken over, and how its interval is found. */
export interface TimeBetweenPurchasesIntervalOptions extends TimeBetweenPurchasesOptions, LevelOptions {
  /** What fixes the draws, a safe integer. The same seed gives the same result. */
  readonly seed: number;
  /** How many resamples are drawn, 1 to 10,000,000; 2000 unless told. */
  readonly resamples?: number;
}

const METRIC = 'timeBetweenPurchasesInterval';

/**
 * The typical time from one purchase to the next and how far off it may be, by drawing customers anew: the gaps of one
 * customer are alike, so gaps must not be drawn one by one.
 *
 * @param gaps - what `purchaseGaps` gave
 * @param options - seed, resamples, level, and whether gaps or customers count alike
 * @returns the median in days of 24 hours, as `timeBetweenPurchases` gives it, its interval, and how that was found
 * @unit days
 * @range 0..
 * @undefinedWhen there is no gap, or the curve of the gaps does not come down to a half (NaN); both ends also where the curve
 * of any resample does not
 * @throws InputError `not-a-record`, `not-rows`, `length-mismatch`, `not-a-number`, `not-a-quantity`, `not-an-option`,
 * `unknown-option`, `not-a-count`, `below-limit`, `above-limit`
 * @example
 * const day = 86_400_000;
 * const customer = ['ada', 'ada', 'bob', 'bob', 'cyd', 'cyd'];
 * const log = eventLogFromColumns({ customer, at: [0, 10, 0, 30, 0, 20].map((days) => days * day) });
 * const gaps = purchaseGaps(log, { asOf: 31 * day });
 * const { estimate, lower, upper } = timeBetweenPurchasesInterval(gaps, { weighting: 'customer', seed: 7 });
 * [estimate, lower, upper] // [20, 10, 30]
 * @complexity resamples times the number of gaps
 * @reference Efron and Tibshirani (1993), An introduction to the bootstrap, chapter 13
 */
export function timeBetweenPurchasesInterval(
  gaps: PurchaseGaps,
  options: TimeBetweenPurchasesIntervalOptions,
): BootstrapInterval {
  checkGaps(METRIC, gaps);
  checkOptions(METRIC, options, ['seed', 'resamples', 'level', 'weighting']);
  const { seed, resamples = 2000, level = 0.95, weighting = 'gap' } = options;
  checkDraws(METRIC, seed, resamples);
  checkLevel(METRIC, level);
  checkWeighting(METRIC, weighting);
  const count = gaps.customer.values.length;
  const drawn = new Int32Array(count);
  const median = drawnMedian(gaps, weighting);
  const statistic = (sample: Float64Array): number => {
    drawn.fill(0);
    for (let i = 0; i < count; i++) drawn[sample[i]!]!++;
    return median(drawn);
  };
  const places = Float64Array.from({ length: count }, (_, place) => place);
  return bootstrapInterval(places, { statistic, seed, resamples, level });
}
