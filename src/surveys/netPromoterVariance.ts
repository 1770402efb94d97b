import { checkNetPromoterCounts } from './checkNetPromoterCounts.ts';
import type { NetPromoterCounts } from './netPromoterScore.ts';
import { varianceOf } from './scoreOf.ts';

/**
 * How far answers are apart: the variance of an answer that counts 1 for a promoter, 0 for a passive, -1 for a
 * detractor.
 *
 * p + d - (p - d)^2, with p = promoters / answers and d = detractors / answers
 *
 * In squared points it is 10,000 times as much. 0 where all agree, 1 where half are promoters and half detractors.
 *
 * @param counts - answers by category, whole or weighted, each at least 0
 * @returns the variance, with the divisor n
 * @unit squared score
 * @range 0..1
 * @direction neither: it tells how far opinions differ, not how good they are
 * @undefinedWhen nobody answered (NaN)
 * @throws InputError `not-a-record`, `not-a-quantity`
 * @example
 * netPromoterVariance({ promoters: 50, passives: 30, detractors: 20 }) // 0.61
 * @reference Rocks (2016), Interval estimation for the Net Promoter Score
 */
export function netPromoterVariance(counts: NetPromoterCounts): number {
  checkNetPromoterCounts('netPromoterVariance', 'counts', counts);
  return varianceOf(counts);
}
