import { differentTimes, placeOf, stepsOf, survivalOf } from '../statistics/steps.ts';
import { crossing } from '../statistics/survivalQuantile.ts';
import { type GapWeighting, gapWeights } from './gapWeights.ts';
import type { PurchaseGaps } from './purchaseGaps.ts';

/**
 * Gives a function that finds the product-limit median of the gaps where each customer counts as often as they were
 * drawn. The times are sorted once, so that thousands of resamples need no sorting.
 */
export function drawnMedian(gaps: PurchaseGaps, weighting: GapWeighting): (drawn: ArrayLike<number>) => number {
  const { time, ended, customer } = gaps;
  const weight = gapWeights(gaps, weighting);
  const times = differentTimes(time, weight);
  const place = Int32Array.from(time, (one) => placeOf(times, one));
  const sums = { times, ended: new Float64Array(times.length), lastSeen: new Float64Array(times.length) };
  return (drawn) => {
    sums.ended.fill(0);
    sums.lastSeen.fill(0);
    for (let i = 0; i < place.length; i++) {
      const own = weight[i]! * drawn[customer.codes[i]!]!;
      if (own > 0) (ended[i] === 1 ? sums.ended : sums.lastSeen)[place[i]!]! += own;
    }
    const steps = stepsOf(sums);
    return crossing(steps, survivalOf(steps), 0.5);
  };
}
