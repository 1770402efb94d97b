import { ratio } from '../numeric/ratio.ts';
import { sum } from '../numeric/sum.ts';

/** The mean of the values from `start` up to, not including, `end`; NaN of none. */
export function meanBetween(values: Float64Array, start: number, end: number): number {
  const count = end - start;
  const total = sum(values, start, end);
  if (Number.isFinite(total)) return ratio(total, count);
  // Values so large that no number holds their sum, though one holds their mean.
  let mean = 0;
  for (let row = start; row < end; row++) mean += values[row]! / count;
  return mean;
}
