import { checkQuantity, checkRecord } from '../core/checks.ts';
import { ratio } from '../numeric/ratio.ts';

/** What keeping customers cost, and how many were kept. */
export interface RetentionTotals {
  /** All that was spent on keeping customers: offers, success teams, loyalty programmes. */
  readonly retentionSpend: number;
  /** Customers at the start of the period who are customers at its end; `customerMovement` counts them. */
  readonly retainedCustomers: number;
}

/**
 * What it costs to keep one customer for a period.
 *
 * retentionSpend / retainedCustomers
 *
 * Most of those kept would have stayed without the spend: this is its size by the head, not what it costs to keep one more.
 *
 * @param totals - spend and customers kept, of one period
 * @returns the mean cost
 * @unit money per retained customer
 * @range 0..
 * @direction lower is better
 * @undefinedWhen no customer was kept (NaN)
 * @throws InputError `not-a-record`, `not-a-quantity`
 * @example
 * customerRetentionCost({ retentionSpend: 1800, retainedCustomers: 240 }) // 7.5
 * @see `retentionToAcquisitionCostRatio`, which sets it against the cost of winning one
 * @reference common practice in marketing
 */
export function customerRetentionCost(totals: RetentionTotals): number {
  checkRecord('customerRetentionCost', 'totals', totals);
  checkQuantity('customerRetentionCost', 'retentionSpend', totals.retentionSpend);
  checkQuantity('customerRetentionCost', 'retainedCustomers', totals.retainedCustomers);
  return ratio(totals.retentionSpend, totals.retainedCustomers);
}
