import { checkFinite, checkQuantity, checkRecord } from '../core/checks.ts';
import { ratio } from '../numeric/ratio.ts';

/** What a customer ease score needs; `easeTotals` gives it from scores. */
export interface EaseTotals {
  /** Sum of the answers to "The company made it easy for me". */
  readonly easeSum: number;
  /** How many answers. */
  readonly answers: number;
}

/**
 * How far customers agree on average that the company made it easy for them (CES 2.0). High is good.
 *
 * easeSum / answers
 *
 * Its namesake CES 1.0, where low is good, is `customerEffortScore`; neither takes the totals of the other.
 *
 * @param totals - sum and number of the answers, whole or weighted
 * @returns the mean answer, on the scale of the answers: 1 to 7 unless another was used
 * @unit points of the scale
 * @range any
 * @direction higher is better
 * @undefinedWhen nobody answered (NaN)
 * @throws InputError `not-a-record`, `not-a-number`, `not-a-quantity`
 * @example
 * customerEaseScore({ easeSum: 660, answers: 120 }) // 5.5
 * @reference Dixon, Toman and DeLisi (2013), The effortless experience
 */
export function customerEaseScore(totals: EaseTotals): number {
  checkRecord('customerEaseScore', 'totals', totals);
  checkFinite('customerEaseScore', 'easeSum', totals.easeSum);
  checkQuantity('customerEaseScore', 'answers', totals.answers);
  return ratio(totals.easeSum, totals.answers);
}
