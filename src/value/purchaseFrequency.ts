import { checkAtMost, checkQuantity, checkRecord } from '../core/checks.ts';
import { ratio } from '../numeric/ratio.ts';

/** Orders and who placed them; `purchaseTotals` gives them from a log. */
export interface BuyerTotals {
  /** How many orders in the period. */
  readonly orders: number;
  /** How many customers placed at least one of them. */
  readonly buyers: number;
}

/**
 * How many orders a buyer places in a period on average. Customers who did not buy in it do not count.
 *
 * orders / buyers
 *
 * @param totals - numbers of orders and of buyers; no more buyers than orders
 * @returns orders per buyer, in the period that was counted
 * @unit orders per buyer
 * @range 1..
 * @direction higher is better
 * @undefinedWhen there was no buyer (NaN)
 * @throws InputError `not-a-record`, `not-a-quantity`, `above-limit`
 * @example
 * purchaseFrequency({ orders: 300, buyers: 120 }) // 2.5
 * @reference common practice in retail
 */
export function purchaseFrequency(totals: BuyerTotals): number {
  checkRecord('purchaseFrequency', 'totals', totals);
  checkQuantity('purchaseFrequency', 'orders', totals.orders);
  checkQuantity('purchaseFrequency', 'buyers', totals.buyers);
  return ratio(totals.orders, checkAtMost('purchaseFrequency', 'buyers', totals.buyers, 'orders', totals.orders));
}
