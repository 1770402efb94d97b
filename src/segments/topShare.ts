import { checkFraction, checkOptions } from '../core/checks.ts';
import { sum } from '../numeric/sum.ts';
import { checkValues } from '../statistics/checkValues.ts';
import { shareOf } from './shares.ts';

/** The choices of `topShare`. */
export interface TopShareOptions {
  /** Which share of the customers, from 0 to 1: 0.2 for the top fifth. */
  readonly share: number;
}

/**
 * What share of the sum the top share of the customers hold.
 *
 * sum of the highest values, as many as share x n / sum of all values
 *
 * Where share x n is not whole the next customer counts in part, as on the Lorenz curve, of which it is
 * 1 - L(1 - share). With values below 0 it may pass 1: the others then hold less than nothing.
 *
 * @param values - one value a customer, such as `amountSum` of `customerSummaries`, in any order
 * @param options - which share of the customers
 * @returns their share of the sum
 * @unit fraction
 * @range 0..
 * @direction neither: a high one means that revenue hangs on few customers
 * @undefinedWhen there is no value, the sum is not above 0, or the figures are too large for numbers (NaN)
 * @throws InputError `not-rows`, `not-a-number`, `unknown-option`, `not-a-quantity`, `above-limit`
 * @complexity a sort of the values
 * @example
 * topShare([6, 1, 1, 2], { share: 0.25 }) // 0.6
 * @example
 * topShare([6, 1, 1, 2], { share: 0.375 }) // 0.7
 * @see `shareHolding`, which asks the other way round
 * @reference Lorenz (1905), Methods of measuring the concentration of wealth
 */
export function topShare(values: ArrayLike<number>, options: TopShareOptions): number {
  const falling = checkValues('topShare', 'values', values).sort().reverse();
  checkOptions('topShare', options, ['share']);
  checkFraction('topShare', 'share', options.share);
  const customers = options.share * falling.length;
  const whole = Math.floor(customers);
  const next = whole < falling.length ? (customers - whole) * falling[whole]! : 0;
  return shareOf(sum(falling, 0, whole) + next, sum(falling));
}
