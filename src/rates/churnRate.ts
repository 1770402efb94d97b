import { checkAtMost, checkQuantity, checkRecord } from '../core/checks.ts';
import { ratio } from '../numeric/ratio.ts';

/** The head counts that a churn rate needs; `customerMovement` gives them from a log. */
export interface ChurnCounts {
  /** Customers carried into the period: those on the last instant before it. */
  readonly customersAtStart: number;
  /** Those among them who are customers no more at the end of the period. */
  readonly lostCustomers: number;
}

/**
 * Share of the customers at the start of a period who are lost by its end.
 *
 * lostCustomers / customersAtStart
 *
 * @param counts - head counts, whole or not, each at least 0
 * @returns the rate
 * @unit fraction
 * @range 0..1
 * @direction lower is better
 * @undefinedWhen there was no customer at the start (NaN)
 * @throws InputError `not-a-record`, `not-a-quantity`, `above-limit`
 * @example
 * churnRate({ customersAtStart: 200, lostCustomers: 30 }) // 0.15
 * @see `retentionRate`, with which it adds up to exactly 1 for whole counts: it is not computed as 1 - retention
 * @reference Farris, Bendle, Pfeifer and Reibstein (2010), Marketing Metrics, chapter 5
 */
export function churnRate(counts: ChurnCounts): number {
  checkRecord('churnRate', 'counts', counts);
  const { customersAtStart } = counts;
  checkQuantity('churnRate', 'customersAtStart', customersAtStart);
  checkQuantity('churnRate', 'lostCustomers', counts.lostCustomers);
  const lost = checkAtMost('churnRate', 'lostCustomers', counts.lostCustomers, 'customersAtStart', customersAtStart);
  return ratio(lost, customersAtStart);
}
