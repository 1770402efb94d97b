import { checkScores } from './checkScores.ts';
import { PASSIVES_FROM, PROMOTERS_FROM } from './netPromoterCategory.ts';
import type { NetPromoterCounts } from './netPromoterScore.ts';
import { NET_PROMOTER_SCALE, type SurveyScale } from './surveyScale.ts';

/** What categories of answers rest on. */
export interface NetPromoterDefinition {
  /** The scale of the answers. */
  readonly scale: SurveyScale;
  /** The lowest score of a promoter. */
  readonly promotersFrom: number;
  /** The lowest score of a passive; below it are detractors. */
  readonly passivesFrom: number;
}

/** Answers by category. */
export interface NetPromoterTally extends NetPromoterCounts {
  /** What the counts rest on. */
  readonly definition: NetPromoterDefinition;
}

/**
 * How many of the answers are promoters', passives' and detractors'. Tallies of different answers add up.
 *
 * @param scores - whole numbers from 0 to 10, one an answer; leave out who did not answer
 * @returns the counts
 * @throws InputError `not-rows`, `not-on-scale` (with the index of each such score)
 * @example
 * const { promoters, passives, detractors } = netPromoterCounts([10, 9, 8, 7, 6, 0]);
 * [promoters, passives, detractors] // [2, 2, 2]
 * @reference Reichheld (2003), The one number you need to grow
 */
export function netPromoterCounts(scores: ArrayLike<number>): NetPromoterTally {
  checkScores('netPromoterCounts', scores, NET_PROMOTER_SCALE);
  return { ...countScores(scores), definition: netPromoterDefinition() };
}

/** The counts of scores that are on the scale. */
export function countScores(scores: ArrayLike<number>): NetPromoterCounts {
  let promoters = 0;
  let detractors = 0;
  for (let i = 0; i < scores.length; i++) {
    if (scores[i]! >= PROMOTERS_FROM) promoters++;
    else if (scores[i]! < PASSIVES_FROM) detractors++;
  }
  return { promoters, passives: scores.length - promoters - detractors, detractors };
}

/** A definition of its own for each result, so that no two share an object. */
export function netPromoterDefinition(): NetPromoterDefinition {
  return { scale: { ...NET_PROMOTER_SCALE }, promotersFrom: PROMOTERS_FROM, passivesFrom: PASSIVES_FROM };
}
