import { checkOptions, checkQuantity } from '../core/checks.ts';
import { checkCurve } from './checkCurve.ts';
import type { ProductLimitCurve } from './productLimitCurve.ts';

/** The time that is asked about. */
export interface SurvivalAtOptions {
  /** At least 0, in the unit of the durations. */
  readonly time: number;
}

/**
 * The share that lasts longer than a time, read off a product-limit curve.
 *
 * @param curve - what `productLimitCurve` gave
 * @param options - the time
 * @returns the share
 * @unit fraction
 * @range 0..1
 * @undefinedWhen nothing was seen for that long and the curve had not come down to 0 before (NaN)
 * @throws InputError `not-a-record`, `not-rows`, `length-mismatch`, `not-a-number`, `not-a-quantity`,
 * `not-an-option`, `unknown-option`
 * @example
 * const curve = productLimitCurve({ time: [2, 3, 3, 5, 8], ended: [1, 1, 0, 1, 0] });
 * survivalAt(curve, { time: 4 }) // 0.6
 * survivalAt(curve, { time: 9 }) // NaN
 * @complexity the steps of the curve
 */
export function survivalAt(curve: ProductLimitCurve, options: SurvivalAtOptions): number {
  checkCurve('survivalAt', curve);
  checkOptions('survivalAt', options, ['time']);
  checkQuantity('survivalAt', 'time', options.time);
  const { longest } = curve;
  let share = longest >= 0 ? 1 : Number.NaN;
  for (let step = 0; step < curve.time.length && curve.time[step]! <= options.time; step++)
    share = curve.survival[step]!;
  return options.time > longest && share > 0 ? Number.NaN : share;
}
