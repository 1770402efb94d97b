import { checkValues } from '../statistics/checkValues.ts';
import { runningSums, shareOf } from './shares.ts';

/** A Lorenz curve as two columns, one place a point. */
export interface LorenzCurve {
  /** Share of the customers, those of lowest value first: 0, 1/n, 2/n, … 1. */
  readonly customerShare: Float64Array;
  /** Share of the sum that they hold, from 0 to 1; below 0 where the lowest values are. */
  readonly valueShare: Float64Array;
  /** How many values are below 0: with any, the curve dips below 0. */
  readonly negativeCount: number;
  /** What the curve rests on. */
  readonly definition: {
    /** The order of the customers along it. */
    readonly order: 'ascending';
  };
}

/**
 * The Lorenz curve of customers' values: what share of the sum the poorest customers hold, for every number of them.
 *
 * valueShare[k] = sum of the k lowest values / sum of all, at customerShare[k] = k / n
 *
 * @param values - one value a customer, such as `amountSum` of `customerSummaries`, in any order
 * @returns the curve's n + 1 points, and how many values are negative
 * @undefinedWhen there is no value, the sum is not above 0, or the figures are too large for numbers (valueShare is
 * NaN)
 * @throws InputError `not-rows`, `not-a-number`
 * @complexity a sort of the values
 * @example
 * const { customerShare, valueShare } = lorenzCurve([6, 1, 1, 2]);
 * customerShare // [0, 0.25, 0.5, 0.75, 1]
 * valueShare // [0, 0.1, 0.2, 0.4, 1]
 * @reference Lorenz (1905), Methods of measuring the concentration of wealth
 */
export function lorenzCurve(values: ArrayLike<number>): LorenzCurve {
  const sorted = checkValues('lorenzCurve', 'values', values).sort();
  const sums = runningSums(sorted);
  const total = sums[sorted.length]!;
  let negativeCount = 0;
  while (negativeCount < sorted.length && sorted[negativeCount]! < 0) negativeCount++;
  return {
    customerShare: sums.map((_, place) => (place === 0 ? 0 : place / sorted.length)),
    valueShare: sums.map((part) => shareOf(part, total)),
    negativeCount,
    definition: { order: 'ascending' },
  };
}
