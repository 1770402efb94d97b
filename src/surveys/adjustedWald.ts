import type { Interval } from '../core/types.ts';
import type { NetPromoterCounts } from './netPromoterScore.ts';
import { varianceOf } from './scoreOf.ts';

/** How many answers that nobody gave are added: half of them passives', a quarter each promoters' and detractors'. */
const ADDED = 3;

/** Ends in points of the interval for a score, `deviate` standard errors to either side, cut at the ends of the scale. */
export function adjustedWald(counts: NetPromoterCounts, deviate: number): Interval {
  const answers = counts.promoters + counts.passives + counts.detractors;
  if (answers === 0) return { lower: Number.NaN, upper: Number.NaN };
  const promoters = counts.promoters + ADDED / 4;
  const passives = counts.passives + ADDED / 2;
  const detractors = counts.detractors + ADDED / 4;
  const score = (promoters - detractors) / (answers + ADDED);
  const reach = deviate * Math.sqrt(varianceOf({ promoters, passives, detractors }) / (answers + ADDED));
  return { lower: Math.max(-100, 100 * (score - reach)), upper: Math.min(100, 100 * (score + reach)) };
}
