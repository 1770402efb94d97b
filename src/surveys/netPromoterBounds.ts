import { checkAtMost, checkQuantity } from '../core/checks.ts';
import type { Interval } from '../core/types.ts';
import { checkNetPromoterCounts } from './checkNetPromoterCounts.ts';
import type { NetPromoterCounts } from './netPromoterScore.ts';
import { scoreOf } from './scoreOf.ts';

/** Answers by category, and how many were asked for one. */
export interface InvitedCounts extends NetPromoterCounts {
  /** How many people were asked: at least as many as answered. */
  readonly invited: number;
}

/**
 * Between which scores that of all who were invited must lie, whatever those would have said who did not answer.
 *
 * lower: 100 x (promoters - detractors - silent) / invited; upper: 100 x (promoters - detractors + silent) / invited;
 * silent = invited - answers
 *
 * No chance is in it: lower takes everyone who kept silent for a detractor, upper for a promoter.
 *
 * @param counts - answers by category and how many were invited
 * @returns the two bounds
 * @unit points
 * @range -100..100
 * @undefinedWhen nobody was invited (both NaN)
 * @throws InputError `not-a-record`, `not-a-quantity`, `above-limit`
 * @example
 * netPromoterBounds({ promoters: 50, passives: 30, detractors: 20, invited: 125 }) // { lower: 4, upper: 44 }
 * @reference Manski (1989), Anatomy of the selection problem
 */
export function netPromoterBounds(counts: InvitedCounts): Interval {
  checkNetPromoterCounts('netPromoterBounds', 'counts', counts);
  const { promoters, passives, detractors, invited } = counts;
  checkQuantity('netPromoterBounds', 'invited', invited);
  const sum = promoters + passives + detractors;
  const answers = checkAtMost('netPromoterBounds', 'promoters + passives + detractors', sum, 'invited', invited);
  const silent = invited - answers;
  return {
    lower: scoreOf({ promoters, passives, detractors: detractors + silent }),
    upper: scoreOf({ promoters: promoters + silent, passives, detractors }),
  };
}
