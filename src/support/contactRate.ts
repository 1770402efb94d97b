import { checkQuantity, checkRecord } from '../core/checks.ts';
import { ratio } from '../numeric/ratio.ts';

/** Tickets, and the customers they are set against; `ticketCounts` gives the former from a log. */
export interface ContactCounts {
  /** Tickets opened in the period. */
  readonly openedTickets: number;
  /** Customers who could have opened one. */
  readonly customers: number;
}

/**
 * Tickets opened in a period per customer.
 *
 * openedTickets / customers
 *
 * Above 1 where customers ask more than once. It is a rate of the period: a quarter has about three times the tickets
 * of a month.
 *
 * @param counts - numbers of tickets and of customers, each at least 0
 * @returns the rate
 * @unit tickets per customer
 * @range 0..
 * @direction lower is better
 * @undefinedWhen there was no customer (NaN)
 * @throws InputError `not-a-record`, `not-a-quantity`
 * @example
 * contactRate({ openedTickets: 160, customers: 2000 }) // 0.08
 * @reference common practice in customer service
 */
export function contactRate(counts: ContactCounts): number {
  checkRecord('contactRate', 'counts', counts);
  checkQuantity('contactRate', 'openedTickets', counts.openedTickets);
  checkQuantity('contactRate', 'customers', counts.customers);
  return ratio(counts.openedTickets, counts.customers);
}
