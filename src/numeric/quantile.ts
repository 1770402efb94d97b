/** Ranks this near to a whole one, relatively, are it: 0.07 x 100 must ask for rank 7, not for a little more. */
const RANK_TOLERANCE = 4 * Number.EPSILON;

/**
 * Quantile R-7: linear between the order statistics at rank (n - 1) p, counted from 0. NaN of nothing and where a
 * value is NaN.
 *
 * Hyndman and Fan (1996), Sample quantiles in statistical packages, definition 7.
 *
 * @param values - in any order, which is left as it is
 * @param p - from 0 to 1
 */
export function quantile(values: ArrayLike<number>, p: number): number {
  return quantileSorted(Float64Array.from(values).sort(), p);
}

/** `quantile` of values that already ascend (a NaN, if any, last, as a typed array sorts it). */
export function quantileSorted(sorted: ArrayLike<number>, p: number): number {
  const last = sorted.length - 1;
  if (last < 0 || Number.isNaN(sorted[last])) return Number.NaN;
  const rank = last * p;
  const whole = Math.round(rank);
  if (Math.abs(rank - whole) <= RANK_TOLERANCE * rank) return sorted[whole]!;
  const low = sorted[Math.floor(rank)]!;
  const high = sorted[Math.ceil(rank)]!;
  // Between equal values there is nothing to add, and between equal infinities the difference would be NaN.
  return low === high ? low : low + (rank - Math.floor(rank)) * (high - low);
}
