import { checkFraction, checkRecord } from '../core/checks.ts';
import { ratio } from '../numeric/ratio.ts';

/** A churn rate, as `churnRate` gives it. */
export interface LifespanInput {
  /** Share of the customers lost in each period, the same in all. */
  readonly churnRate: number;
}

/**
 * How many periods a customer stays on average, if every period loses the same share of those who are left.
 *
 * 1 / churnRate
 *
 * Customers differ, and those who stay are the more loyal ones: on real customers this falls short of the truth.
 *
 * @param input - the churn rate of one period; NaN, as a rate of empty data is, gives NaN
 * @returns the expected number of periods, in the unit of the rate's period
 * @unit periods
 * @range 1..
 * @direction higher is better
 * @undefinedWhen nobody is lost (NaN): nothing was seen to end, so its length is not known; or the rate is NaN
 * @throws InputError `not-a-record`, `not-a-quantity`, `above-limit`
 * @example
 * averageLifespan({ churnRate: 0.05 }) // 20
 * @reference Berger and Nasr (1998), Customer Lifetime Value: Marketing Models and Applications
 */
export function averageLifespan(input: LifespanInput): number {
  checkRecord('averageLifespan', 'input', input);
  if (Number.isNaN(input.churnRate)) return Number.NaN;
  checkFraction('averageLifespan', 'churnRate', input.churnRate);
  return ratio(1, input.churnRate);
}
