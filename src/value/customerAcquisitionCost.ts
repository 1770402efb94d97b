import { checkQuantity, checkRecord } from '../core/checks.ts';
import { ratio } from '../numeric/ratio.ts';

/** What winning customers cost, and how many were won. */
export interface AcquisitionTotals {
  /** All that was spent on winning customers: media, and the people and tools behind them if you count those. */
  readonly acquisitionSpend: number;
  /** Customers won by it; `customerMovement` counts those of a period. */
  readonly newCustomers: number;
}

/**
 * What it costs to win one customer.
 *
 * acquisitionSpend / newCustomers
 *
 * @param totals - spend and customers won, of one period or one channel
 * @returns the mean cost
 * @unit money per new customer
 * @range 0..
 * @direction lower is better
 * @undefinedWhen no customer was won (NaN)
 * @throws InputError `not-a-record`, `not-a-quantity`
 * @example
 * customerAcquisitionCost({ acquisitionSpend: 9000, newCustomers: 120 }) // 75
 * @reference common practice in marketing
 */
export function customerAcquisitionCost(totals: AcquisitionTotals): number {
  checkRecord('customerAcquisitionCost', 'totals', totals);
  checkQuantity('customerAcquisitionCost', 'acquisitionSpend', totals.acquisitionSpend);
  checkQuantity('customerAcquisitionCost', 'newCustomers', totals.newCustomers);
  return ratio(totals.acquisitionSpend, totals.newCustomers);
}
