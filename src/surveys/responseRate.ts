import { checkAtMost, checkQuantity, checkRecord } from '../core/checks.ts';
import { ratio } from '../numeric/ratio.ts';

/** Invitations to a survey and what came of them. */
export interface ResponseCounts {
  /** Invitations that reached somebody; give those sent or those seen, and the rate is of them. */
  readonly delivered: number;
  /** Those among them that were answered. */
  readonly answered: number;
}

/**
 * Share of the invitations to a survey that were answered.
 *
 * answered / delivered
 *
 * Sent, delivered and seen are three denominators, and the rates of two systems can be compared only if theirs agree.
 *
 * @param counts - invitations and answers
 * @returns the rate
 * @unit fraction
 * @range 0..1
 * @direction higher is better
 * @undefinedWhen no invitation was delivered (NaN)
 * @throws InputError `not-a-record`, `not-a-quantity`, `above-limit`
 * @example
 * responseRate({ delivered: 400, answered: 132 }) // 0.33
 * @see `netPromoterBounds`, what those may hide who did not answer
 * @reference The American Association for Public Opinion Research, Standard Definitions; complete answers only
 */
export function responseRate(counts: ResponseCounts): number {
  checkRecord('responseRate', 'counts', counts);
  checkQuantity('responseRate', 'delivered', counts.delivered);
  checkQuantity('responseRate', 'answered', counts.answered);
  const { delivered } = counts;
  return ratio(checkAtMost('responseRate', 'answered', counts.answered, 'delivered', delivered), delivered);
}
