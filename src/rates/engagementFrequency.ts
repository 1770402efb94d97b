import { checkQuantity, checkRecord } from '../core/checks.ts';
import { ratio } from '../numeric/ratio.ts';

/** Activities of a period and the customers to share them out to; each period of `engagementByPeriod` has them. */
export interface EngagementCounts {
  /** Visits, sessions, uses of an app: whatever is counted. */
  readonly activities: number;
  /** The customers: the active ones, or all there are. */
  readonly customers: number;
}

/**
 * How many activities a customer has in a period on average: visits, sessions, uses of an app.
 *
 * activities / customers
 *
 * Of the active customers where these are counted, as `engagementByPeriod` does; of all customers where they are.
 *
 * @param counts - numbers of activities and of customers, whole or not, each at least 0
 * @returns activities per customer, in the period that was counted
 * @unit activities per customer
 * @range 0..
 * @direction higher is better
 * @undefinedWhen there was no customer (NaN)
 * @throws InputError `not-a-record`, `not-a-quantity`
 * @example
 * engagementFrequency({ activities: 900, customers: 200 }) // 4.5
 * @reference common practice
 */
export function engagementFrequency(counts: EngagementCounts): number {
  checkRecord('engagementFrequency', 'counts', counts);
  checkQuantity('engagementFrequency', 'activities', counts.activities);
  checkQuantity('engagementFrequency', 'customers', counts.customers);
  return ratio(counts.activities, counts.customers);
}
