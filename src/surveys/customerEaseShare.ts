import { checkAtMost, checkQuantity, checkRecord } from '../core/checks.ts';
import { ratio } from '../numeric/ratio.ts';

/** What a share of easy answers needs; `easeTotals` gives it from scores. */
export interface EaseShareCounts {
  /** Those among the answers that agree: above the middle of the scale, 5 to 7 of 1 to 7. */
  readonly easyAnswers: number;
  /** All answers. */
  readonly answers: number;
}

/**
 * Share of the answers that agree, at least somewhat, that the company made it easy.
 *
 * easyAnswers / answers
 *
 * @param counts - answers that agree and all, whole or weighted
 * @returns the share
 * @unit fraction
 * @range 0..1
 * @direction higher is better
 * @undefinedWhen nobody answered (NaN)
 * @throws InputError `not-a-record`, `not-a-quantity`, `above-limit`
 * @example
 * customerEaseShare({ easyAnswers: 96, answers: 120 }) // 0.8
 * @reference common practice with CES 2.0: answers of 5, 6 and 7 on a scale of 1 to 7
 */
export function customerEaseShare(counts: EaseShareCounts): number {
  checkRecord('customerEaseShare', 'counts', counts);
  checkQuantity('customerEaseShare', 'easyAnswers', counts.easyAnswers);
  checkQuantity('customerEaseShare', 'answers', counts.answers);
  const { easyAnswers, answers } = counts;
  return ratio(checkAtMost('customerEaseShare', 'easyAnswers', easyAnswers, 'answers', answers), answers);
}
