import { refuse } from '../core/errors.ts';
import { isScore, scoreRule } from './checkScores.ts';
import { NET_PROMOTER_SCALE } from './surveyScale.ts';

/** What an answer from 0 to 10 makes of who gave it. */
export type NetPromoterCategory = 'promoter' | 'passive' | 'detractor';

/** The lowest score of a promoter. */
export const PROMOTERS_FROM = 9;
/** The lowest score of a passive; below it are detractors. */
export const PASSIVES_FROM = 7;

/**
 * What an answer to "How likely are you to recommend us?" makes of who gave it: 9 and 10 promoters, 7 and 8 passives,
 * 0 to 6 detractors.
 *
 * @param score - a whole number from 0 to 10
 * @returns the category
 * @throws InputError `not-on-scale`
 * @example
 * [10, 8, 6].map(netPromoterCategory) // ['promoter', 'passive', 'detractor']
 * @reference Reichheld (2003), The one number you need to grow
 */
export function netPromoterCategory(score: number): NetPromoterCategory {
  if (!isScore(score, NET_PROMOTER_SCALE))
    refuse('not-on-scale', 'netPromoterCategory', ['score'], scoreRule(NET_PROMOTER_SCALE), score);
  return categoryOf(score);
}

/** The category of a score that is on the scale. */
export function categoryOf(score: number): NetPromoterCategory {
  if (score >= PROMOTERS_FROM) return 'promoter';
  return score >= PASSIVES_FROM ? 'passive' : 'detractor';
}
