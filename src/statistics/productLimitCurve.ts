import { checkLevel, checkOptions } from '../core/checks.ts';
import type { LevelOptions } from '../core/types.ts';
import { curveOf } from './curveOf.ts';
import { checkDurations, type Durations } from './durations.ts';

/** What share lasts longer than each time: columns, one entry a time at which something was seen to end. */
export interface ProductLimitCurve {
  /** Times at which at least one thing was seen to end, ascending, in the unit of the durations. */
  readonly time: Float64Array;
  /** What had lasted up to that time, with its weight. */
  readonly atRisk: Float64Array;
  /** What ended at it, with its weight. */
  readonly ended: Float64Array;
  /** Share that lasts longer. */
  readonly survival: Float64Array;
  /** Lower end of the share's interval; NaN where the share is 0, and where weights were given. */
  readonly lower: Float64Array;
  /** Upper end of the share's interval; NaN where the share is 0, and where weights were given. */
  readonly upper: Float64Array;
  /** How many things the curve rests on. */
  readonly count: number;
  /** How many of them were seen to end. */
  readonly endedCount: number;
  /** The longest that any has lasted; NaN of nothing. The curve says nothing of later, unless it has come down to 0. */
  readonly longest: number;
  /** What the figures rest on. */
  readonly definition: {
    /** The level of the intervals. */
    readonly level: number;
    /** Greenwood's variance, on the scale of log(-log survival), which keeps the ends within 0 and 1. */
    readonly method: 'logLog';
    /** Whether weights were given: there is then no interval. */
    readonly weighted: boolean;
  };
}

/**
 * Which share of things lasts how long, where some still go on: the product-limit estimate of Kaplan and Meier. What
 * still goes on counts among those at risk for as long as it was seen, and never as ended.
 *
 * product over times t of (1 - ended at t / at risk at t)
 *
 * What ends and what is last seen at the same time: the end comes first. Weights let things count by more or less than
 * one; Greenwood's variance takes things for independent and equal, so that a weighted curve has no interval.
 *
 * @param durations - how long each thing lasted, and whether its end was seen
 * @param options - level of the intervals
 * @returns the curve, as columns
 * @unit fraction
 * @range 0..1
 * @undefinedWhen there is nothing (no times, and `longest` is NaN)
 * @throws InputError `not-a-record`, `not-rows`, `length-mismatch`, `not-a-quantity`, `not-an-option`, `above-limit`,
 * `unknown-option`
 * @example
 * const curve = productLimitCurve({ time: [2, 3, 3, 5, 8], ended: [1, 1, 0, 1, 0] });
 * curve.time // [2, 3, 5]
 * curve.survival // [0.8, 0.6, 0.3]
 * @complexity sorting the durations
 * @reference Kaplan and Meier (1958), Nonparametric estimation from incomplete observations
 * @reference Kalbfleisch and Prentice (2002), The statistical analysis of failure time data, section 1.4 (the interval)
 */
export function productLimitCurve(durations: Durations, options: LevelOptions = {}): ProductLimitCurve {
  checkDurations('productLimitCurve', 'durations', durations);
  checkOptions('productLimitCurve', options, ['level']);
  const { level = 0.95 } = options;
  checkLevel('productLimitCurve', level);
  return curveOf(durations, level);
}
