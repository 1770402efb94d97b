import { type GapWeighting, gapWeights } from './gapWeights.ts';
import type { PurchaseGaps } from './purchaseGaps.ts';

/** Shares this near to a half are it, as survivalQuantile has it. */
const TOLERANCE = 1e-12;

/**
 * Gives a function that finds the product-limit median of the gaps where each customer counts as often as they were
 * drawn. The gaps are put in order once, so that thousands of resamples need no sorting and walk through memory in line.
 */
export function drawnMedian(gaps: PurchaseGaps, weighting: GapWeighting): (drawn: ArrayLike<number>) => number {
  const { time, ended, customer } = gaps;
  const weights = gapWeights(gaps, weighting);
  const order = Int32Array.from(time, (_, i) => i).sort((i, j) => time[i]! - time[j]!);
  const code = order.map((i) => customer.codes[i]!);
  const isEnd = Uint8Array.from(order, (i) => ended[i]!);
  const weight = Float64Array.from(order, (i) => weights[i]!);
  const { times, place } = distinct(Float64Array.from(order, (i) => time[i]!));
  const endedAt = new Float64Array(times.length);
  const left = new Float64Array(times.length);
  return (drawn) => {
    endedAt.fill(0);
    left.fill(0);
    for (let i = 0; i < place.length; i++) {
      const own = weight[i]! * drawn[code[i]!]!;
      if (isEnd[i] === 1) endedAt[place[i]!]! += own;
      else left[place[i]!]! += own;
    }
    return halfTime(times, endedAt, left);
  };
}

/** The different values of an ascending column, and for each entry which of them it is. */
function distinct(ascending: Float64Array): { readonly times: Float64Array; readonly place: Int32Array } {
  const times = ascending.filter((time, i) => i === 0 || time !== ascending[i - 1]);
  let next = -1;
  const place = Int32Array.from(ascending, (time) => (time === times[next] ? next : ++next));
  return { times, place };
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
  // While nothing but ends changes what is at risk the product is one quotient, as in productLimitCurve.
  let survival = 1;
  let survivalBefore = 1;
  let atRiskBefore = Number.NaN;
  let leftBefore = Number.NaN;
  let level = Number.NaN;
  for (let place = 0; place < times.length; place++) {
    if (endedAt[place] === 0) continue;
    if (!Number.isNaN(level)) return level + (times[place]! - level) / 2;
    const atRisk = left[place]! + endedAt[place]!;
    if (atRisk !== leftBefore) {
      survivalBefore = survival;
      atRiskBefore = atRisk;
    }
    leftBefore = left[place]!;
    survival = survivalBefore * (leftBefore / atRiskBefore);
    if (Math.abs(survival - 0.5) <= TOLERANCE) level = times[place]!;
    else if (survival < 0.5) return times[place]!;
  }
  return level + (longest - level) / 2;
}
