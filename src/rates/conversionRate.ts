import { checkAtMost, checkQuantity, checkRecord } from '../core/checks.ts';
import { ratio } from '../numeric/ratio.ts';

/** Those who set out and those who arrived; `conversionCounts` gives them from a log. */
export interface ConversionInput {
  /** How many set out. */
  readonly started: number;
  /** Those among them who arrived. */
  readonly converted: number;
}

/**
 * Share of those who set out who arrived: of visitors who ordered, of trials that were paid for.
 *
 * converted / started
 *
 * @param counts - head counts, whole or not, each at least 0
 * @returns the rate
 * @unit fraction
 * @range 0..1
 * @direction higher is better
 * @undefinedWhen nobody set out (NaN)
 * @throws InputError `not-a-record`, `not-a-quantity`, `above-limit`
 * @example
 * conversionRate({ started: 400, converted: 30 }) // 0.075
 * @reference common practice; of customers, not of visits
 */
export function conversionRate(counts: ConversionInput): number {
  checkRecord('conversionRate', 'counts', counts);
  const { started } = counts;
  checkQuantity('conversionRate', 'started', started);
  checkQuantity('conversionRate', 'converted', counts.converted);
  return ratio(checkAtMost('conversionRate', 'converted', counts.converted, 'started', started), started);
}
