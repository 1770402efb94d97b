import { checkAtMost, checkQuantity, checkRecord } from '../core/checks.ts';
import { ratio } from '../numeric/ratio.ts';

/** Active days and the customers they are of; `activeDayTotals` gives them from a log. */
export interface StickinessInput {
  /** Active customers of each day, added up over the days. */
  readonly activeDays: number;
  /** How many days. */
  readonly days: number;
  /** Customers active on any of the days. */
  readonly activeCustomers: number;
}

/**
 * On what share of the days an active customer is active; also known as DAU to MAU: mean daily active customers over the
 * active customers of the whole time.
 *
 * activeDays / (days x activeCustomers)
 *
 * @param counts - numbers of days and of customers, whole or not, each at least 0
 * @returns the share of the days
 * @unit fraction
 * @range 0..1
 * @direction higher is better
 * @undefinedWhen nobody was active, or there is no day (NaN)
 * @throws InputError `not-a-record`, `not-a-quantity`, `above-limit`
 * @example
 * stickinessRatio({ activeDays: 5600, days: 28, activeCustomers: 1000 }) // 0.2
 * @reference common practice
 */
export function stickinessRatio(counts: StickinessInput): number {
  checkRecord('stickinessRatio', 'counts', counts);
  const { activeDays, days, activeCustomers } = counts;
  checkQuantity('stickinessRatio', 'activeDays', activeDays);
  checkQuantity('stickinessRatio', 'days', days);
  checkQuantity('stickinessRatio', 'activeCustomers', activeCustomers);
  const most = days * activeCustomers;
  return ratio(checkAtMost('stickinessRatio', 'activeDays', activeDays, 'days x activeCustomers', most), most);
}
