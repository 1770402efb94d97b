import { checkLeast, checkOptions } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { checkScores } from './checkScores.ts';
import type { SatisfactionCounts } from './customerSatisfactionScore.ts';
import { checkScale, type SurveyScale } from './surveyScale.ts';

/** Which answers count as satisfied. */
export interface SatisfactionOptions {
  /** The whole numbers that an answer may be; which way is up is not guessed: the highest is the best. */
  readonly scale: SurveyScale;
  /** How many of the highest scores count as satisfied: at least 1 and not all; 2 unless told. */
  readonly topBoxes?: number;
}

/** Answers to a question of satisfaction. */
export interface SatisfactionTally extends SatisfactionCounts {
  /** What the counts rest on. */
  readonly definition: {
    /** The scale of the answers. */
    readonly scale: SurveyScale;
    /** How many of the highest scores count as satisfied. */
    readonly topBoxes: number;
  };
}

const METRIC = 'satisfactionCounts';

/**
 * How many of the answers are satisfied: those with one of the highest scores of the scale.
 *
 * @param scores - whole numbers on the scale, one an answer; leave out who did not answer
 * @param options - the scale, and how many of its highest scores count
 * @returns the counts
 * @throws InputError `not-rows`, `not-on-scale`, `not-a-record`, `unknown-option`, `not-an-option`,
 * `reversed-interval`, `not-a-count`, `below-limit`, `above-limit`
 * @example
 * const { satisfied, answers } = satisfactionCounts([5, 4, 3, 1, 5], { scale: { lowest: 1, highest: 5 } });
 * [satisfied, answers] // [3, 5]
 * @reference common practice: the two highest of five, "top-2-box"
 */
export function satisfactionCounts(scores: ArrayLike<number>, options: SatisfactionOptions): SatisfactionTally {
  checkOptions(METRIC, options, ['scale', 'topBoxes']);
  const scale = checkScale(METRIC, options.scale);
  const { topBoxes = 2 } = options;
  checkTopBoxes(topBoxes, scale.highest - scale.lowest + 1);
  checkScores(METRIC, scores, scale);
  let satisfied = 0;
  for (let i = 0; i < scores.length; i++) if (scores[i]! > scale.highest - topBoxes) satisfied++;
  return { satisfied, answers: scores.length, definition: { scale, topBoxes } };
}

function checkTopBoxes(topBoxes: number, steps: number): void {
  checkLeast(METRIC, 'topBoxes', topBoxes, 1);
  if (topBoxes >= steps)
    refuse('above-limit', METRIC, ['topBoxes'], `below the number of scores on the scale (${steps})`, topBoxes);
}
