import { type GapWeighting, gapWeights } from './gapWeights.ts';
import type { PurchaseGaps } from './purchaseGaps.ts';

/** Shares this near to a half are it, as survivalQuantile has it. */
const TOLERANCE = 1e-12;

/**
 * Gives a function that finds the product-limit median of the gaps where each customer counts as often as they were
 * drawn. The different times are put in order once, so that thousands of resamples need no sorting.
 */
export function drawnMedian(gaps: PurchaseGaps, weighting: GapWeighting): (drawn: ArrayLike<number>) => number {
  const { time, ended, customer } = gaps;
  const weight = gapWeights(gaps, weighting);
  const times = Float64Array.from(new Set(Float64Array.from(time, (days) => days + 0))).sort();
  const places = new Map(Array.from(times, (days, place) => [days, place]));
  const place = Int32Array.from(time, (days) => places.get(days)!);
  const endedAt = new Float64Array(times.length);
  const left = new Float64Array(times.length);
  return (drawn) => {
    endedAt.fill(0);
    left.fill(0);
    for (let i = 0; i < place.length; i++) {
      const column = ended[i] === 1 ? endedAt : left;
      column[place[i]!]! += weight[i]! * drawn[customer.codes[i]!]!;
    }
    return halfTime(times, endedAt, left);
  };
}

/** Where the curve comes down to a half; the middle of the stretch if it lies level there; NaN if it never does. */
function halfTime(times: Float64Array, endedAt: Float64Array, left: Float64Array): number {
  let later = 0;
  let longest = Number.NaN;
  for (let place = times.length - 1; place >= 0; place--) {
    left[place]! += later;
    later = left[place]! + endedAt[place]!;
    if (later > 0 && Number.isNaN(longest)) longest = times[place]!;
  }
  let survival = 1;
  let level = Number.NaN;
  for (let place = 0; place < times.length; place++) {
    if (endedAt[place] === 0) continue;
    survival *= left[place]! / (left[place]! + endedAt[place]!);
    if (!Number.isNaN(level)) return level + (times[place]! - level) / 2;
    if (Math.abs(survival - 0.5) <= TOLERANCE) level = times[place]!;
    else if (survival < 0.5) return times[place]!;
  }
  return level + (longest - level) / 2;
}
