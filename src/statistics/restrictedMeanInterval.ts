import { checkOptions, checkQuantity } from '../core/checks.ts';
import type { Interval } from '../core/types.ts';
import { checkCurve } from './checkCurve.ts';
import { levelDeviate } from './levelDeviate.ts';
import type { ProductLimitCurve } from './productLimitCurve.ts';
import { type RestrictedMeanOptions, restrictedMean } from './restrictedMean.ts';

/** A mean up to a horizon, and how far off it may be. */
export interface RestrictedMeanInterval extends Interval {
  /** The mean. */
  readonly estimate: number;
  /** Its standard error. */
  readonly standardError: number;
  /** Up to when. */
  readonly horizon: number;
  /** The level of the interval, that of the curve. */
  readonly level: number;
}

/**
 * Interval for the mean of the lesser of duration and horizon.
 *
 * mean ± z sqrt(sum over times t below the horizon of A(t)^2 x ended / (at risk x (at risk - ended))), A(t) the area
 * under the curve from t to the horizon; cut at 0 and the horizon
 *
 * @param curve - what `productLimitCurve` gave
 * @param options - the horizon
 * @returns estimate, ends, standard error, horizon and level
 * @unit that of the durations
 * @range 0..
 * @undefinedWhen nothing was seen up to the horizon and the curve had not come down to 0 before (all NaN), or weights were
 * given (standard error and ends NaN)
 * @throws InputError `not-a-record`, `not-rows`, `length-mismatch`, `not-a-number`, `not-a-quantity`,
 * `not-an-option`, `unknown-option`
 * @example
 * const curve = productLimitCurve({ time: [2, 3, 3, 5, 8], ended: [1, 1, 0, 1, 0] });
 * const { estimate, lower, upper } = restrictedMeanInterval(curve, { horizon: 6 });
 * [estimate, lower.toFixed(2), upper.toFixed(2)] // [4.3, '2.92', '5.68']
 * @complexity the steps of the curve
 * @reference Klein and Moeschberger (2003), Survival analysis, section 4.5
 */
export function restrictedMeanInterval(
  curve: ProductLimitCurve,
  options: RestrictedMeanOptions,
): RestrictedMeanInterval {
  checkCurve('restrictedMeanInterval', curve);
  checkOptions('restrictedMeanInterval', options, ['horizon']);
  const { horizon } = options;
  checkQuantity('restrictedMeanInterval', 'horizon', horizon);
  const { level, weighted } = curve.definition;
  const estimate = restrictedMean(curve, { horizon });
  const standardError = weighted || Number.isNaN(estimate) ? Number.NaN : standardErrorOf(curve, horizon);
  const reach = levelDeviate(level) * standardError;
  return {
    estimate,
    lower: Math.max(0, estimate - reach),
    upper: Math.min(horizon, estimate + reach),
    standardError,
    horizon,
    level,
  };
}

/** From the last step before the horizon to the first, since each area holds those after it. */
function standardErrorOf({ time, atRisk, ended, survival }: ProductLimitCurve, horizon: number): number {
  let variance = 0;
  let area = 0;
  let to = horizon;
  for (let step = time.length - 1; step >= 0; step--) {
    if (time[step]! >= horizon) continue;
    area += survival[step]! * (to - time[step]!);
    to = time[step]!;
    const left = atRisk[step]! - ended[step]!;
    if (left > 0) variance += (area * area * ended[step]!) / (atRisk[step]! * left);
  }
  return Math.sqrt(variance);
}
