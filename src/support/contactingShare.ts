import { checkAtMost, checkQuantity, checkRecord } from '../core/checks.ts';
import { ratio } from '../numeric/ratio.ts';

/** Customers, and those who asked for help; `ticketCounts` gives the latter from a log. */
export interface ContactingCounts {
  /** Customers who could have opened a ticket in the period. */
  readonly customers: number;
  /** Those of them who opened at least one. */
  readonly contactingCustomers: number;
}

/**
 * Share of the customers who asked for help in a period.
 *
 * contactingCustomers / customers
 *
 * Unlike the contact rate it counts who asks often only once.
 *
 * @param counts - numbers of customers, each at least 0
 * @returns the share
 * @unit fraction
 * @range 0..1
 * @direction lower is better
 * @undefinedWhen there was no customer (NaN)
 * @throws InputError `not-a-record`, `not-a-quantity`, `above-limit`
 * @example
 * contactingShare({ customers: 2000, contactingCustomers: 150 }) // 0.075
 * @reference common practice in customer service
 */
export function contactingShare(counts: ContactingCounts): number {
  checkRecord('contactingShare', 'counts', counts);
  const { customers } = counts;
  checkQuantity('contactingShare', 'customers', customers);
  checkQuantity('contactingShare', 'contactingCustomers', counts.contactingCustomers);
  return ratio(
    checkAtMost('contactingShare', 'contactingCustomers', counts.contactingCustomers, 'customers', customers),
    customers,
  );
}
