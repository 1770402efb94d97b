import { mean } from './mean.ts';
import { ratio } from './ratio.ts';
import { sum } from './sum.ts';

/**
 * The sample variance (divisor n - 1) in two passes, NaN of fewer than two values.
 *
 * The sum of the deviations, which is 0 but for the rounding of the mean, takes that rounding out again.
 *
 * Chan, Golub and LeVeque (1983), Algorithms for computing the sample variance.
 */
export function variance(values: ArrayLike<number>): number {
  const count = values.length;
  const centre = mean(values);
  const deviations = Float64Array.from(values, (value) => value - centre);
  const drift = sum(deviations);
  const squares = sum(deviations.map((deviation) => deviation * deviation));
  return ratio(squares - (drift * drift) / count, count - 1);
}
