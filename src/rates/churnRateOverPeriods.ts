import { checkFraction, checkQuantity, checkRecord } from '../core/checks.ts';
import { compoundLoss } from '../numeric/compoundRate.ts';

/** A churn rate, and how many of its periods the new one is to span. */
export interface ChurnConversion {
  /** Share lost in one period. */
  readonly churnRate: number;
  /** How many such periods: 12 turns a monthly rate into a yearly one, 1 / 12 a yearly into a monthly. */
  readonly periods: number;
}

/**
 * The churn rate of a longer or shorter period, if every period loses the same share of those who are left.
 *
 * 1 - (1 - churnRate)^periods
 *
 * Twelve times the monthly rate is not the yearly one: who is lost in January cannot be lost again in June.
 *
 * @param input - the rate and the number of its periods, whole or not
 * @returns the rate over all of them
 * @unit fraction
 * @range 0..1
 * @direction lower is better
 * @undefinedWhen the rate is (NaN)
 * @throws InputError `not-a-record`, `not-a-quantity`, `above-limit`
 * @example
 * churnRateOverPeriods({ churnRate: 0.05, periods: 12 }) // 0.45963991233736334
 * @reference compound interest, computed through log1p and expm1 so that small rates keep their digits
 */
export function churnRateOverPeriods(input: ChurnConversion): number {
  checkRecord('churnRateOverPeriods', 'input', input);
  checkQuantity('churnRateOverPeriods', 'periods', input.periods);
  if (Number.isNaN(input.churnRate)) return Number.NaN;
  checkFraction('churnRateOverPeriods', 'churnRate', input.churnRate);
  return compoundLoss(input.churnRate, input.periods);
}
