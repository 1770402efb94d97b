import { checkAtMost, checkQuantity, checkRecord } from '../core/checks.ts';
import { ratio } from '../numeric/ratio.ts';

/** Former customers and those who came back; `customerMovement` gives them from a log. */
export interface ReactivationCounts {
  /** Who had been customers before the period and were none at its start. */
  readonly formerCustomersAtStart: number;
  /** Those among them who are customers at its end. */
  readonly returnedCustomers: number;
}

/**
 * Share of the former customers who came back in a period and stayed to its end.
 *
 * returnedCustomers / formerCustomersAtStart
 *
 * @param counts - head counts, whole or not, each at least 0
 * @returns the rate
 * @unit fraction
 * @range 0..1
 * @direction higher is better
 * @undefinedWhen there was no former customer (NaN)
 * @throws InputError `not-a-record`, `not-a-quantity`, `above-limit`
 * @example
 * reactivationRate({ formerCustomersAtStart: 500, returnedCustomers: 20 }) // 0.04
 * @reference common practice; the pool is everyone lost before, however long ago
 */
export function reactivationRate(counts: ReactivationCounts): number {
  checkRecord('reactivationRate', 'counts', counts);
  const former = counts.formerCustomersAtStart;
  checkQuantity('reactivationRate', 'formerCustomersAtStart', former);
  checkQuantity('reactivationRate', 'returnedCustomers', counts.returnedCustomers);
  const { returnedCustomers } = counts;
  return ratio(
    checkAtMost('reactivationRate', 'returnedCustomers', returnedCustomers, 'formerCustomersAtStart', former),
    former,
  );
}
