import { checkAtMost, checkQuantity, checkRecord } from '../core/checks.ts';
import { ratio } from '../numeric/ratio.ts';

/** Customers and those who brought others; `referralCounts` gives them from a log. */
export interface ReferralInput {
  /** How many customers there are. */
  readonly customers: number;
  /** Those among them who referred at least one new customer. */
  readonly referrers: number;
}

/**
 * Share of the customers who referred at least one new customer.
 *
 * referrers / customers
 *
 * Elsewhere the share of new customers who were referred has this name too: here that is `referredShare`.
 *
 * @param counts - head counts, whole or not, each at least 0
 * @returns the rate
 * @unit fraction
 * @range 0..1
 * @direction higher is better
 * @undefinedWhen there was no customer (NaN)
 * @throws InputError `not-a-record`, `not-a-quantity`, `above-limit`
 * @example
 * referralRate({ customers: 500, referrers: 35 }) // 0.07
 * @see {@link referredShare}
 * @reference common practice
 */
export function referralRate(counts: ReferralInput): number {
  checkRecord('referralRate', 'counts', counts);
  const { customers } = counts;
  checkQuantity('referralRate', 'customers', customers);
  checkQuantity('referralRate', 'referrers', counts.referrers);
  return ratio(checkAtMost('referralRate', 'referrers', counts.referrers, 'customers', customers), customers);
}
