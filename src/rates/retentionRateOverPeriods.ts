import { checkFraction, checkQuantity, checkRecord } from '../core/checks.ts';

/** A retention rate, and how many of its periods the new one is to span. */
export interface RetentionConversion {
  /** Share kept in one period. */
  readonly retentionRate: number;
  /** How many such periods: 12 turns a monthly rate into a yearly one, 1 / 12 a yearly into a monthly. */
  readonly periods: number;
}

/**
 * The retention rate of a longer or shorter period, if every period keeps the same share of those who are left.
 *
 * retentionRate^periods
 *
 * @param input - the rate and the number of its periods, whole or not
 * @returns the rate over all of them
 * @unit fraction
 * @range 0..1
 * @direction higher is better
 * @undefinedWhen the rate is (NaN)
 * @throws InputError `not-a-record`, `not-a-quantity`, `above-limit`
 * @example
 * retentionRateOverPeriods({ retentionRate: 0.5, periods: 3 }) // 0.125
 * @reference compound interest
 */
export function retentionRateOverPeriods(input: RetentionConversion): number {
  checkRecord('retentionRateOverPeriods', 'input', input);
  checkQuantity('retentionRateOverPeriods', 'periods', input.periods);
  if (Number.isNaN(input.retentionRate)) return Number.NaN;
  checkFraction('retentionRateOverPeriods', 'retentionRate', input.retentionRate);
  return input.retentionRate ** input.periods;
}
