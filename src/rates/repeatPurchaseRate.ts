import { checkAtMost, checkQuantity, checkRecord } from '../core/checks.ts';
import { ratio } from '../numeric/ratio.ts';

/** Buyers once and more often; `purchaseTotals` gives them from a log. */
export interface RepeatPurchaseCounts {
  /** Customers with at least one order. */
  readonly buyers: number;
  /** Customers with at least two. */
  readonly repeatBuyers: number;
}

/**
 * Share of the buyers who bought again.
 *
 * repeatBuyers / buyers
 *
 * Those who bought first only lately have had little time for a second order and pull it down.
 *
 * @param counts - numbers of buyers, each at least 0
 * @returns the rate
 * @unit fraction
 * @range 0..1
 * @direction higher is better
 * @undefinedWhen there was no buyer (NaN)
 * @throws InputError `not-a-record`, `not-a-quantity`, `above-limit`
 * @example
 * repeatPurchaseRate({ buyers: 400, repeatBuyers: 100 }) // 0.25
 * @reference common practice in retail
 */
export function repeatPurchaseRate(counts: RepeatPurchaseCounts): number {
  checkRecord('repeatPurchaseRate', 'counts', counts);
  const { buyers } = counts;
  checkQuantity('repeatPurchaseRate', 'buyers', buyers);
  checkQuantity('repeatPurchaseRate', 'repeatBuyers', counts.repeatBuyers);
  return ratio(checkAtMost('repeatPurchaseRate', 'repeatBuyers', counts.repeatBuyers, 'buyers', buyers), buyers);
}
