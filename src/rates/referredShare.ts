import { checkAtMost, checkQuantity, checkRecord } from '../core/checks.ts';
import { ratio } from '../numeric/ratio.ts';

/** New customers and those who came by referral; `referralCounts` gives them from a log. */
export interface ReferredInput {
  /** How many new customers there are. */
  readonly newCustomers: number;
  /** Those among them whom somebody referred. */
  readonly referredCustomers: number;
}

/**
 * Share of the new customers whom somebody referred.
 *
 * referredCustomers / newCustomers
 *
 * @param counts - head counts, whole or not, each at least 0
 * @returns the share
 * @unit fraction
 * @range 0..1
 * @direction higher is better
 * @undefinedWhen there was no new customer (NaN)
 * @throws InputError `not-a-record`, `not-a-quantity`, `above-limit`
 * @example
 * referredShare({ newCustomers: 80, referredCustomers: 20 }) // 0.25
 * @see {@link referralRate}, the share of customers who referred
 * @reference common practice
 */
export function referredShare(counts: ReferredInput): number {
  checkRecord('referredShare', 'counts', counts);
  const { newCustomers, referredCustomers } = counts;
  checkQuantity('referredShare', 'newCustomers', newCustomers);
  checkQuantity('referredShare', 'referredCustomers', referredCustomers);
  return ratio(
    checkAtMost('referredShare', 'referredCustomers', referredCustomers, 'newCustomers', newCustomers),
    newCustomers,
  );
}
