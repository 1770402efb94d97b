import { checkOptions } from '../core/checks.ts';
import { sum } from '../numeric/sum.ts';
import { checkScores } from './checkScores.ts';
import type { EffortTotals } from './customerEffortScore.ts';
import { checkScale, type SurveyScale } from './surveyScale.ts';

/** The scale of the answers. */
export interface ScaleOptions {
  /** The whole numbers that an answer may be. */
  readonly scale?: SurveyScale;
}

/** Answers to "How much effort did you have to put in?". */
export interface EffortTally extends EffortTotals {
  /** What the totals rest on. */
  readonly definition: {
    /** The scale of the answers. */
    readonly scale: SurveyScale;
    /** A high answer means much effort. */
    readonly direction: 'lower is better';
  };
}

/**
 * Sum and number of answers to "How much effort did you have to put in?", where a high answer is a bad one: CES 1.0.
 *
 * @param scores - whole numbers on the scale, one an answer; leave out who did not answer
 * @param options - the scale, 1 to 5 unless told
 * @returns the totals
 * @throws InputError `not-rows`, `not-on-scale`, `not-a-record`, `unknown-option`, `not-an-option`, `reversed-interval`
 * @example
 * const { effortSum, answers } = effortTotals([1, 2, 2, 5]);
 * [effortSum, answers] // [10, 4]
 * @see `easeTotals`, for "The company made it easy": there a high answer is a good one
 * @reference Dixon, Freeman and Toman (2010), Stop trying to delight your customers
 */
export function effortTotals(scores: ArrayLike<number>, options: ScaleOptions = {}): EffortTally {
  checkOptions('effortTotals', options, ['scale']);
  const { scale: given = { lowest: 1, highest: 5 } } = options;
  const scale = checkScale('effortTotals', given);
  checkScores('effortTotals', scores, scale);
  return { effortSum: sum(scores), answers: scores.length, definition: { scale, direction: 'lower is better' } };
}
