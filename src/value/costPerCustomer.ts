import { checkQuantity, checkRecord } from '../core/checks.ts';
import { ratio } from '../numeric/ratio.ts';

/** What serving customers cost, and how many there were. */
export interface CostTotals {
  /** All that was spent on serving customers in the period. */
  readonly cost: number;
  /** Customers in the period, by whichever count you keep to: at its end, on average, active. */
  readonly customers: number;
}

/**
 * What it costs to serve one customer in a period.
 *
 * cost / customers
 *
 * @param totals - cost and customers of one period
 * @returns the mean cost
 * @unit money per customer
 * @range 0..
 * @direction lower is better
 * @undefinedWhen there was no customer (NaN)
 * @throws InputError `not-a-record`, `not-a-quantity`
 * @example
 * costPerCustomer({ cost: 5400, customers: 1200 }) // 4.5
 * @see `costToServeByAge`, which tells new customers from old ones
 * @reference common practice in cost accounting
 */
export function costPerCustomer(totals: CostTotals): number {
  checkRecord('costPerCustomer', 'totals', totals);
  checkQuantity('costPerCustomer', 'cost', totals.cost);
  checkQuantity('costPerCustomer', 'customers', totals.customers);
  return ratio(totals.cost, totals.customers);
}
