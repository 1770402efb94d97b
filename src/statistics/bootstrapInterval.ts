import { checkFunction, checkLeast, checkLevel, checkOptions } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { Interval, LevelOptions } from '../core/types.ts';
import { quantileSorted } from '../numeric/quantile.ts';
import { seededRandom } from '../numeric/seededRandom.ts';
import { checkValues } from './checkValues.ts';

/** The choices of `bootstrapInterval`. */
export interface BootstrapOptions extends LevelOptions {
  /**
   * The figure of interest. It is handed the values once and then every resample, in an array that is used again:
   * it may sort it, and must not keep it.
   */
  readonly statistic: (sample: Float64Array) => number;
  /** What fixes the draws, a safe integer. The same seed gives the same result. */
  readonly seed: number;
  /** How many resamples are drawn, 1 to 10,000,000; 2000 unless told. */
  readonly resamples?: number;
}

/** A statistic and how far off it may be, by resampling. */
export interface BootstrapInterval extends Interval {
  /** The statistic of the values themselves. */
  readonly estimate: number;
  /** The level of the interval. */
  readonly level: number;
  /** How many resamples were drawn. */
  readonly resamples: number;
  /** The seed they were drawn with. */
  readonly seed: number;
  /** How the ends were found. */
  readonly method: 'percentile';
}

const MOST_RESAMPLES = 10_000_000;

/**
 * Percentile bootstrap interval for any statistic of independent values.
 *
 * Resamples as large as the values are drawn from them with replacement; the ends are the quantiles (1 - level) / 2 and
 * (1 + level) / 2 of the statistic over the resamples.
 *
 * Where values belong to customers and are not independent, resample the customers: hand over their indices
 * 0, 1, 2, … as the values and let the statistic look up what belongs to them.
 *
 * @param values - numbers, finite, in any order
 * @param options - statistic, seed, resamples and level
 * @returns estimate, ends, level, resamples, seed and method
 * @unit that of the statistic
 * @range that of the statistic
 * @undefinedWhen there is no value, or the statistic of the values or of a resample is NaN (then NaN)
 * @throws InputError `not-rows`, `not-a-number`, `not-a-function`, `not-a-count`, `below-limit`, `above-limit`,
 * `not-an-option`, `unknown-option`
 * @example
 * bootstrapInterval([12, 15, 9, 20, 14], { statistic: (sample) => Math.max(...sample), seed: 7 }).upper // 20
 * @complexity resamples times the number of values and the cost of the statistic
 * @reference Efron and Tibshirani (1993), An introduction to the bootstrap, chapter 13
 */
export function bootstrapInterval(values: ArrayLike<number>, options: BootstrapOptions): BootstrapInterval {
  const source = checkValues('bootstrapInterval', 'values', values);
  checkOptions('bootstrapInterval', options, ['statistic', 'seed', 'resamples', 'level']);
  const { statistic, seed, resamples = 2000, level = 0.95 } = options;
  checkFunction('bootstrapInterval', 'statistic', statistic);
  checkDraws('bootstrapInterval', seed, resamples);
  checkLevel('bootstrapInterval', level);
  const estimate = source.length === 0 ? Number.NaN : statisticOf(source.slice(), statistic);
  const statistics = source.length === 0 ? source : resampled(source, statistic, seed, resamples).sort();
  return {
    estimate,
    lower: quantileSorted(statistics, (1 - level) / 2),
    upper: quantileSorted(statistics, 1 - (1 - level) / 2),
    level,
    resamples,
    seed,
    method: 'percentile',
  };
}

/** Refuses a seed that fixes nothing, and a number of resamples that is none or too large. */
export function checkDraws(metric: string, seed: number, resamples: number): void {
  if (!Number.isSafeInteger(seed)) refuse('not-an-option', metric, ['seed'], 'a safe integer', seed);
  checkLeast(metric, 'resamples', resamples, 1);
  if (resamples > MOST_RESAMPLES) refuse('above-limit', metric, ['resamples'], `at most ${MOST_RESAMPLES}`, resamples);
}

function statisticOf(sample: Float64Array, statistic: BootstrapOptions['statistic']): number {
  const figure = statistic(sample);
  if (typeof figure !== 'number')
    refuse('not-a-number', 'bootstrapInterval', ['statistic'], 'a function that gives a number', figure);
  return figure;
}

function resampled(
  source: Float64Array,
  statistic: BootstrapOptions['statistic'],
  seed: number,
  resamples: number,
): Float64Array {
  const random = seededRandom(seed);
  const sample = new Float64Array(source.length);
  const statistics = new Float64Array(resamples);
  for (let i = 0; i < resamples; i++) {
    for (let j = 0; j < sample.length; j++) sample[j] = source[random.below(source.length)]!;
    statistics[i] = statisticOf(sample, statistic);
  }
  return statistics;
}
