import { sum } from '../numeric/sum.ts';

/** The mean of the values from `start` up to, not including, `end`; NaN of none, and where no number holds their sum. */
export function meanBetween(values: Float64Array, start: number, end: number): number {
  const total = sum(values, start, end);
  return start < end && Number.isFinite(total) ? total / (end - start) : Number.NaN;
}
