import { sum } from '../numeric/sum.ts';
import { checkValues } from '../statistics/checkValues.ts';
import { shareOf } from './shares.ts';

/**
 * How unequally values are spread over customers: 0 where all are equal, near 1 where one customer holds everything.
 *
 * sum over all pairs of |one - other| / (n x sum of values)
 *
 * Of n customers of whom one holds everything it is (n - 1) / n; no correction for small n is made. Values below 0 are
 * taken as they are, and may bring it above 1: `negativeCount` of `lorenzCurve` says how many there are.
 *
 * @param values - one value a customer, such as `amountSum` of `customerSummaries`, in any order
 * @returns the coefficient: twice the area between the Lorenz curve and the diagonal
 * @unit fraction
 * @range 0..
 * @direction neither: a high one means that revenue hangs on few customers
 * @undefinedWhen there is no value, the sum is not above 0, or the figures are too large for numbers (NaN)
 * @throws InputError `not-rows`, `not-a-number`
 * @complexity a sort of the values
 * @example
 * giniCoefficient([6, 1, 1, 2]) // 0.4
 * @reference Gini (1912), Variabilità e mutabilità
 */
export function giniCoefficient(values: ArrayLike<number>): number {
  const sorted = checkValues('giniCoefficient', 'values', values).sort();
  const count = sorted.length;
  const terms = new Float64Array(count >> 1);
  // Lowest and highest, second of either, and so on: no term is below 0, so equal values give exactly 0.
  for (let place = 0; place < terms.length; place++)
    terms[place] = (count - 1 - 2 * place) * (sorted[count - 1 - place]! - sorted[place]!);
  return shareOf(sum(terms), count * sum(sorted));
}
