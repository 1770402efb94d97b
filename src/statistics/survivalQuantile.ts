import { checkFraction, checkOptions } from '../core/checks.ts';
import type { Interval } from '../core/types.ts';
import { checkCurve } from './checkCurve.ts';
import type { ProductLimitCurve } from './productLimitCurve.ts';

/** Which quantile. */
export interface SurvivalQuantileOptions {
  /** The share that has ended by then, 0 to 1; 0.5, the median, unless told. */
  readonly share?: number;
}

/** A time by which a share has ended, and how far off it may be. */
export interface SurvivalQuantile extends Interval {
  /** The time. */
  readonly estimate: number;
  /** The share that has ended by then. */
  readonly share: number;
  /** The level of the interval. */
  readonly level: number;
}

/** Shares this near to one another are equal: products of fractions round. */
const TOLERANCE = 1e-12;

/**
 * The time by which a share has ended, read off a product-limit curve, with its interval: where the ends of the curve's
 * own intervals cross the same height (Brookmeyer and Crowley).
 *
 * Where the curve lies level at exactly that height, the middle of the level stretch, which ends with the curve at the
 * latest: so the median of an even number of ended durations is the mean of the middle two. Share 0 is the first end.
 *
 * @param curve - what `productLimitCurve` gave
 * @param options - the share; a half, the median, unless told
 * @returns estimate, ends, share and level
 * @unit that of the durations
 * @range 0..
 * @undefinedWhen the curve does not come down so far (NaN); an end of the interval likewise, and where weights were
 * given
 * @throws InputError `not-a-record`, `not-rows`, `length-mismatch`, `not-a-number`, `not-a-quantity`, `above-limit`,
 * `not-an-option`, `unknown-option`
 * @example
 * const curve = productLimitCurve({ time: [2, 3, 3, 5, 8], ended: [1, 1, 0, 1, 0] });
 * survivalQuantile(curve).estimate // 5
 * survivalQuantile(curve, { share: 0.9 }).estimate // NaN
 * @complexity the steps of the curve
 * @reference Brookmeyer and Crowley (1982), A confidence interval for the median survival time
 */
export function survivalQuantile(curve: ProductLimitCurve, options: SurvivalQuantileOptions = {}): SurvivalQuantile {
  checkCurve('survivalQuantile', curve);
  checkOptions('survivalQuantile', options, ['share']);
  const { share = 0.5 } = options;
  checkFraction('survivalQuantile', 'share', share);
  return {
    estimate: crossing(curve, curve.survival, 1 - share),
    lower: crossing(curve, curve.lower, 1 - share),
    upper: crossing(curve, curve.upper, 1 - share),
    share,
    level: curve.definition.level,
  };
}

/** Where a falling column comes down to a height: the middle of the stretch where it lies level there. */
export function crossing(
  { time, longest }: Pick<ProductLimitCurve, 'time' | 'longest'>,
  column: Float64Array,
  height: number,
): number {
  const slack = Math.min(TOLERANCE, height / 2);
  const reached = column.findIndex((value) => value <= height + slack);
  if (reached === -1) return Number.NaN;
  if (column[reached]! < height - slack) return time[reached]!;
  const left = column.findIndex((value) => value < height - slack);
  const from = time[reached]!;
  return from + ((left === -1 ? longest : time[left]!) - from) / 2;
}
