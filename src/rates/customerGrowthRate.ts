import { checkQuantity, checkRecord } from '../core/checks.ts';
import { ratio } from '../numeric/ratio.ts';

/** Customers before and after; `customerMovement` gives them from a log. */
export interface GrowthCounts {
  /** Customers carried into the period: those on the last instant before it. */
  readonly customersAtStart: number;
  /** Customers on the last instant of the period. */
  readonly customersAtEnd: number;
}

/**
 * By what share of itself the number of customers grew in a period; negative where it shrank.
 *
 * (customersAtEnd - customersAtStart) / customersAtStart
 *
 * @param counts - head counts, whole or not, each at least 0
 * @returns the rate
 * @unit fraction
 * @range -1..
 * @direction higher is better
 * @undefinedWhen there was no customer at the start (NaN)
 * @throws InputError `not-a-record`, `not-a-quantity`
 * @example
 * customerGrowthRate({ customersAtStart: 200, customersAtEnd: 210 }) // 0.05
 * @reference Farris, Bendle, Pfeifer and Reibstein (2010), Marketing Metrics, chapter 4
 */
export function customerGrowthRate(counts: GrowthCounts): number {
  checkRecord('customerGrowthRate', 'counts', counts);
  checkQuantity('customerGrowthRate', 'customersAtStart', counts.customersAtStart);
  checkQuantity('customerGrowthRate', 'customersAtEnd', counts.customersAtEnd);
  return ratio(counts.customersAtEnd - counts.customersAtStart, counts.customersAtStart);
}
