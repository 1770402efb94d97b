import { checkFraction, checkOptions } from '../core/checks.ts';
import { checkValues } from '../statistics/checkValues.ts';
import { runningSums } from './shares.ts';

/** The choices of `shareHolding`. */
export interface ShareHoldingOptions {
  /** Which share of the sum, from 0 to 1: 0.8 for four fifths. */
  readonly share: number;
}

/**
 * The smallest share of the customers that hold a share of the sum.
 *
 * number of the highest values that add up to share x sum of all values / n
 *
 * The last customer counts in part, as on the Lorenz curve.
 *
 * @param values - one value a customer, such as `amountSum` of `customerSummaries`, in any order
 * @param options - which share of the sum
 * @returns the share of the customers
 * @unit fraction
 * @range 0..1
 * @direction neither: a low one means that revenue hangs on few customers
 * @undefinedWhen there is no value, the sum is not above 0, or the figures are too large for numbers (NaN)
 * @throws InputError `not-rows`, `not-a-number`, `unknown-option`, `not-a-quantity`, `above-limit`
 * @complexity a sort of the values
 * @example
 * shareHolding([6, 1, 1, 2], { share: 0.8 }) // 0.5
 * @example
 * shareHolding([6, 1, 1, 2], { share: 0.7 }) // 0.375
 * @see `topShare`, which asks the other way round
 * @reference Lorenz (1905), Methods of measuring the concentration of wealth
 */
export function shareHolding(values: ArrayLike<number>, options: ShareHoldingOptions): number {
  const falling = checkValues('shareHolding', 'values', values).sort().reverse();
  checkOptions('shareHolding', options, ['share']);
  checkFraction('shareHolding', 'share', options.share);
  const sums = runningSums(falling);
  const total = sums[falling.length]!;
  if (!(total > 0 && total < Infinity)) return Number.NaN;
  const target = options.share * total;
  let whole = 0;
  while (sums[whole + 1]! < target) whole++;
  const part = Math.min((target - sums[whole]!) / falling[whole]!, 1);
  return (whole + part) / falling.length;
}
