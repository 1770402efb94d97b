import { checkOptions, checkQuantity } from '../core/checks.ts';
import { checkCurve } from './checkCurve.ts';
import type { ProductLimitCurve } from './productLimitCurve.ts';

/** Up to when. */
export interface RestrictedMeanOptions {
  /** At least 0, in the unit of the durations. */
  readonly horizon: number;
}

/**
 * How long things last on average up to a horizon: the mean of the lesser of duration and horizon.
 *
 * area under the product-limit curve from 0 to the horizon
 *
 * Unlike the mean itself it needs nobody to have been seen to the end.
 *
 * @param curve - what `productLimitCurve` gave
 * @param options - the horizon
 * @returns the mean
 * @unit that of the durations
 * @range 0..
 * @undefinedWhen nothing was seen up to the horizon and the curve had not come down to 0 before (NaN)
 * @throws InputError `not-a-record`, `not-rows`, `length-mismatch`, `not-a-number`, `not-a-quantity`,
 * `not-an-option`, `unknown-option`
 * @example
 * const curve = productLimitCurve({ time: [2, 3, 3, 5, 8], ended: [1, 1, 0, 1, 0] });
 * restrictedMean(curve, { horizon: 6 }) // 4.3
 * @complexity the steps of the curve
 * @reference Irwin (1949), The standard error of an estimate of expectation of life
 */
export function restrictedMean(curve: ProductLimitCurve, options: RestrictedMeanOptions): number {
  checkCurve('restrictedMean', curve);
  checkOptions('restrictedMean', options, ['horizon']);
  const { horizon } = options;
  checkQuantity('restrictedMean', 'horizon', horizon);
  let area = 0;
  let from = 0;
  let survival = 1;
  for (let step = 0; step < curve.time.length && curve.time[step]! < horizon; step++) {
    area += survival * (curve.time[step]! - from);
    from = curve.time[step]!;
    survival = curve.survival[step]!;
  }
  const isSeen = horizon <= curve.longest || survival === 0;
  return isSeen ? area + survival * (horizon - from) : Number.NaN;
}
