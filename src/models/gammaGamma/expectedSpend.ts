import { checkCount, checkFinite, checkRecord } from '../../core/checks.ts';
import { checkParameters } from './checkParameters.ts';
import { checkSpendOf } from './readSpend.ts';
import { spendOf } from './spendOf.ts';
import type { GammaGammaParameters, SpendHistory } from './types.ts';

const METRIC = 'gammaGamma.expectedSpend';

/**
 * What a customer is expected to spend at a purchase, given what they spent so far.
 *
 * p (v + x z) / (p x + q - 1), with x frequency and z meanSpend
 *
 * It is a weighted mean of the customer's own mean spend, which weighs p x, and that of a new customer, which weighs
 * q - 1: one purchase says little, many say all. A customer without purchases is expected to spend what a new one is.
 * Where q is at most 1 the customers' means have no mean; a customer of so few purchases that p x + q is at most 1 is
 * then expected to spend Infinity. (The formula alone would give less than nothing.)
 *
 * @param parameters - of a fit that converged
 * @param customer - how many purchases, and their mean spend
 * @returns the expected amount of a further purchase
 * @unit money
 * @range 0..
 * @direction higher is better
 * @undefinedWhen never
 * @throws InputError `not-a-record`, `not-a-quantity`, `not-a-count`, `not-a-number`
 * @example
 * gammaGamma.expectedSpend({ p: 6.25, q: 3.74, v: 15.44 }, { frequency: 2, meanSpend: 22.35 }) // 24.6…
 * gammaGamma.expectedSpend({ p: 6.25, q: 3.74, v: 15.44 }, { frequency: 0, meanSpend: NaN }) // 35.2…
 * @reference Fader and Hardie (2013), The Gamma-Gamma model of monetary value
 */
export function expectedSpend(parameters: GammaGammaParameters, customer: SpendHistory): number {
  checkParameters(METRIC, parameters);
  checkRecord(METRIC, 'customer', customer);
  const { frequency, meanSpend } = customer;
  checkCount(METRIC, 'frequency', frequency);
  if (frequency > 0) checkSpendOf(METRIC, ['meanSpend'], meanSpend);
  else if (!Number.isNaN(meanSpend)) checkFinite(METRIC, 'meanSpend', meanSpend);
  const { p, q, v } = parameters;
  return spendOf(p, q, v, frequency, meanSpend);
}
