import { ratio } from './ratio.ts';
import { sum } from './sum.ts';

/** The arithmetic mean, NaN of nothing. */
export function mean(values: ArrayLike<number>): number {
  return ratio(sum(values), values.length);
}
