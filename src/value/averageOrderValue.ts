import { checkQuantity, checkRecord } from '../core/checks.ts';
import { ratio } from '../numeric/ratio.ts';
import { checkMoney } from './checkParts.ts';

/** Revenue and the orders it came from; `purchaseTotals` gives them from a log. */
export interface OrderTotals {
  /** Sum of the amounts of all orders, net of refunds; NaN, as `purchaseTotals` has it for a log without amounts. */
  readonly revenue: number;
  /** How many orders. */
  readonly orders: number;
}

/**
 * What an order brings on average.
 *
 * revenue / orders
 *
 * @param totals - revenue in any unit of money and number of orders; revenue may be negative after refunds
 * @returns the mean amount
 * @unit money per order
 * @range any
 * @direction higher is better
 * @undefinedWhen there was no order, or the revenue is not known (NaN)
 * @throws InputError `not-a-record`, `not-a-number`, `not-a-quantity`
 * @example
 * averageOrderValue({ revenue: 12000, orders: 300 }) // 40
 * @reference common practice in retail; net of refunds, dated at the order
 */
export function averageOrderValue(totals: OrderTotals): number {
  checkRecord('averageOrderValue', 'totals', totals);
  checkMoney('averageOrderValue', 'revenue', totals.revenue);
  checkQuantity('averageOrderValue', 'orders', totals.orders);
  return ratio(totals.revenue, totals.orders);
}
