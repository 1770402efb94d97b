import { checkParameters } from './checkParameters.ts';
import { spendOf } from './spendOf.ts';
import type { GammaGammaParameters } from './types.ts';

/**
 * What a customer of whom nothing is known is expected to spend at a purchase: the mean of the customers' means.
 *
 * p v / (q - 1)
 *
 * Infinity where q is at most 1: so many customers of huge spend are then to be expected that they have no mean, and no
 * value of a customer can be told from it. (The formula alone would give less than nothing.) A q of at most 1 comes of
 * spend in mixed units, or of few customers who spend beyond all others.
 *
 * @param parameters - of a fit that converged
 * @returns the expected amount of a purchase
 * @unit money
 * @range 0..
 * @direction higher is better
 * @undefinedWhen never
 * @throws InputError `not-a-record`, `not-a-quantity`
 * @example
 * gammaGamma.expectedSpendOfNewCustomer({ p: 6, q: 4, v: 15 }) // 30
 * gammaGamma.expectedSpendOfNewCustomer({ p: 6, q: 1, v: 15 }) // Infinity
 * @reference Fader and Hardie (2013), The Gamma-Gamma model of monetary value
 */
export function expectedSpendOfNewCustomer(parameters: GammaGammaParameters): number {
  checkParameters('gammaGamma.expectedSpendOfNewCustomer', parameters);
  const { p, q, v } = parameters;
  return spendOf(p, q, v, 0, 0);
}
