import { ratio } from '../numeric/ratio.ts';
import type { NetPromoterCounts } from './netPromoterScore.ts';

/** Totals above this would overflow when taken times 100. */
const LARGEST = 1e300;

/** The score of counts that were checked, in points; NaN without answers. */
export function scoreOf({ promoters, passives, detractors }: NetPromoterCounts): number {
  const answers = promoters + passives + detractors;
  const lead = promoters - detractors;
  // Times 100 before the division: whole counts then give the nearest double, and 7 more of 100 give 7.
  const score = answers > LARGEST ? 100 * (lead / answers) : ratio(100 * lead, answers);
  // A product that is not whole was rounded, by which the quotient may come out one unit beyond the scale.
  return Math.max(-100, Math.min(100, score));
}

/**
 * The variance of one answer's score, 1, 0 or -1. With s the share of promoters and detractors together it is
 * s (1 - s) + 4 p d: the same as p + d - (p - d)^2, without the difference that would lose digits.
 */
export function varianceOf({ promoters, passives, detractors }: NetPromoterCounts): number {
  const answers = promoters + passives + detractors;
  const shares = ratio(promoters, answers) + ratio(detractors, answers);
  const variance = shares * ratio(passives, answers) + 4 * ratio(promoters, answers) * ratio(detractors, answers);
  return Math.min(1, variance);
}
