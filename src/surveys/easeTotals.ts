import { checkOptions } from '../core/checks.ts';
import { sum } from '../numeric/sum.ts';
import { checkScores } from './checkScores.ts';
import type { EaseTotals } from './customerEaseScore.ts';
import type { EaseShareCounts } from './customerEaseShare.ts';
import type { ScaleOptions } from './effortTotals.ts';
import { checkScale, type SurveyScale } from './surveyScale.ts';

/** Answers to "The company made it easy for me". */
export interface EaseTally extends EaseTotals, EaseShareCounts {
  /** What the totals rest on. */
  readonly definition: {
    /** The scale of the answers. */
    readonly scale: SurveyScale;
    /** The lowest answer that agrees: the first above the middle of the scale. */
    readonly easyFrom: number;
    /** A high answer means that it was easy. */
    readonly direction: 'higher is better';
  };
}

/**
 * Sum and number of answers to "The company made it easy for me", where a high answer is a good one, and how many of
 * them agree: CES 2.0.
 *
 * Answers above the middle of the scale agree: 5 to 7 of 1 to 7.
 *
 * @param scores - whole numbers on the scale, one an answer; leave out who did not answer
 * @param options - the scale, 1 to 7 unless told
 * @returns the totals
 * @throws InputError `not-rows`, `not-on-scale`, `not-a-record`, `unknown-option`, `not-an-option`, `reversed-interval`
 * @example
 * const { easeSum, easyAnswers, answers } = easeTotals([7, 6, 4, 1]);
 * [easeSum, easyAnswers, answers] // [18, 2, 4]
 * @see `effortTotals`, for "How much effort did you have to put in?": there a high answer is a bad one
 * @reference Dixon, Toman and DeLisi (2013), The effortless experience
 */
export function easeTotals(scores: ArrayLike<number>, options: ScaleOptions = {}): EaseTally {
  checkOptions('easeTotals', options, ['scale']);
  const { scale: given = { lowest: 1, highest: 7 } } = options;
  const scale = checkScale('easeTotals', given);
  checkScores('easeTotals', scores, scale);
  const easyFrom = Math.floor((scale.lowest + scale.highest) / 2) + 1;
  let easyAnswers = 0;
  for (let i = 0; i < scores.length; i++) if (scores[i]! >= easyFrom) easyAnswers++;
  const definition = { scale, easyFrom, direction: 'higher is better' as const };
  return { easeSum: sum(scores), easyAnswers, answers: scores.length, definition };
}
