import { checkAtMost, checkQuantity, checkRecord } from '../core/checks.ts';
import { ratio } from '../numeric/ratio.ts';

/** Answers to a question of satisfaction; `satisfactionCounts` gives them from scores. */
export interface SatisfactionCounts {
  /** Those among the answers that are satisfied. */
  readonly satisfied: number;
  /** All answers. */
  readonly answers: number;
}

/**
 * Share of the answers that are satisfied (CSAT).
 *
 * satisfied / answers
 *
 * @param counts - satisfied answers and all, whole or weighted
 * @returns the share
 * @unit fraction
 * @range 0..1
 * @direction higher is better
 * @undefinedWhen nobody answered (NaN)
 * @throws InputError `not-a-record`, `not-a-quantity`, `above-limit`
 * @example
 * customerSatisfactionScore({ satisfied: 84, answers: 120 }) // 0.7
 * @see {@link customerSatisfactionInterval}, how far off the share of a sample may be
 * @reference Farris, Bendle, Pfeifer and Reibstein (2010), Marketing Metrics, chapter 2
 */
export function customerSatisfactionScore(counts: SatisfactionCounts): number {
  checkRecord('customerSatisfactionScore', 'counts', counts);
  checkQuantity('customerSatisfactionScore', 'satisfied', counts.satisfied);
  checkQuantity('customerSatisfactionScore', 'answers', counts.answers);
  const { satisfied, answers } = counts;
  return ratio(checkAtMost('customerSatisfactionScore', 'satisfied', satisfied, 'answers', answers), answers);
}
