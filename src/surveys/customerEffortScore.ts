import { checkFinite, checkQuantity, checkRecord } from '../core/checks.ts';
import { ratio } from '../numeric/ratio.ts';

/** What a customer effort score needs; `effortTotals` gives it from scores. */
export interface EffortTotals {
  /** Sum of the answers to "How much effort did you have to put in?". */
  readonly effortSum: number;
  /** How many answers. */
  readonly answers: number;
}

/**
 * How much effort customers say they had to put in on average (CES 1.0). Low is good.
 *
 * effortSum / answers
 *
 * Its namesake CES 2.0, where high is good, is `customerEaseScore`; neither takes the totals of the other.
 *
 * @param totals - sum and number of the answers, whole or weighted
 * @returns the mean answer, on the scale of the answers: 1 to 5 unless another was used
 * @unit points of the scale
 * @range any
 * @direction lower is better
 * @undefinedWhen nobody answered (NaN)
 * @throws InputError `not-a-record`, `not-a-number`, `not-a-quantity`
 * @example
 * customerEffortScore({ effortSum: 252, answers: 120 }) // 2.1
 * @reference Dixon, Freeman and Toman (2010), Stop trying to delight your customers
 */
export function customerEffortScore(totals: EffortTotals): number {
  checkRecord('customerEffortScore', 'totals', totals);
  checkFinite('customerEffortScore', 'effortSum', totals.effortSum);
  checkQuantity('customerEffortScore', 'answers', totals.answers);
  return ratio(totals.effortSum, totals.answers);
}
