import { checkAtMost, checkQuantity, checkRecord } from '../core/checks.ts';
import { ratio } from '../numeric/ratio.ts';

/** The head counts that a retention rate needs; `customerMovement` gives them from a log. */
export interface RetentionCounts {
  /** Customers carried into the period: those on the last instant before it. */
  readonly customersAtStart: number;
  /** Customers on the last instant of the period. */
  readonly customersAtEnd: number;
  /** Those among `customersAtEnd` who were not customers at the start: first-time or returned. */
  readonly newCustomers: number;
}

/**
 * Share of the customers at the start of a period who are customers at its end.
 *
 * (customersAtEnd - newCustomers) / customersAtStart
 *
 * @param counts - head counts, whole or not (published totals come in millions), each at least 0
 * @returns the rate
 * @unit fraction
 * @range 0..1
 * @direction higher is better
 * @undefinedWhen there was no customer at the start (NaN)
 * @throws InputError `not-a-record`, `not-a-quantity`, `above-limit`
 * @example
 * retentionRate({ customersAtStart: 200, customersAtEnd: 210, newCustomers: 40 }) // 0.85
 * @see {@link churnRate}, with which it adds up to exactly 1 for whole counts
 * @reference Farris, Bendle, Pfeifer and Reibstein (2010), Marketing Metrics, chapter 5
 */
export function retentionRate(counts: RetentionCounts): number {
  checkRecord('retentionRate', 'counts', counts);
  const { customersAtStart, customersAtEnd } = counts;
  checkQuantity('retentionRate', 'customersAtStart', customersAtStart);
  checkQuantity('retentionRate', 'customersAtEnd', customersAtEnd);
  checkQuantity('retentionRate', 'newCustomers', counts.newCustomers);
  const newCustomers = checkAtMost(
    'retentionRate',
    'newCustomers',
    counts.newCustomers,
    'customersAtEnd',
    customersAtEnd,
  );
  // Asked of the sum: a difference of large totals would have to forgive more rounding than its own size shows.
  const most = customersAtStart + newCustomers;
  checkAtMost('retentionRate', 'customersAtEnd', customersAtEnd, 'customersAtStart + newCustomers', most);
  const retained = Math.min(customersAtEnd - newCustomers, customersAtStart);
  return ratio(retained, customersAtStart);
}
