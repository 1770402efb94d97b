import { checkOptions } from '../../core/checks.ts';
import { maximumLikelihood } from '../../statistics/maximumLikelihood.ts';
import type { SpendHistories } from '../purchaseTypes.ts';
import { checkParameters } from './checkParameters.ts';
import { SPEND_LIMITS } from './limits.ts';
import { nothingFitted } from './nothingFitted.ts';
import { readSpend } from './readSpend.ts';
import { spendDefinition } from './spendDefinition.ts';
import { spendLikelihood } from './spendLikelihood.ts';
import { spendStart } from './spendStart.ts';
import type { GammaGammaFit, GammaGammaFitOptions } from './types.ts';

const METRIC = 'gammaGamma.fit';

/**
 * Fits the Gamma-Gamma model of spend: customers differ in what they spend a purchase, and each one's purchases differ
 * about the customer's own mean, however many they are.
 *
 * The parameters of greatest likelihood, by Newton's steps with exact second derivatives. Customers without purchases
 * say nothing of spend: they are left out, and counted in `leftOut`. Whoever spent nothing, or less, is refused by
 * index: the model has no place for a mean of 0, and of the ways to go on none is right unasked. What customers spend
 * must not depend on how often they buy: `spendFrequencyCorrelation` tells how far the data are from that.
 *
 * @param data - mean spend and of how many purchases, in the columns that `purchaseSummary` gives; others are not looked at
 * @param options - `start`, to begin from an earlier fit
 * @returns the fit; where it has not `converged`, `boundaries` say why. Where no customer has a purchase its parameters
 * are NaN, and `observations` is 0
 * @throws InputError `not-a-record`, `not-rows`, `length-mismatch`, `not-a-count`, `not-a-quantity`, `below-limit`
 * (no customer), `unknown-option`
 * @complexity a pass over the customers, and some ten over the rows that differ
 * @example
 * const parameters = { p: 6, q: 4, v: 15 };
 * const frequencies = Array.from({ length: 3000 }, (_, customer) => customer % 4);
 * const { frequency, meanSpend } = gammaGamma.simulate(parameters, { seed: 1, frequencies });
 * const fit = gammaGamma.fit({ frequency, meanSpend });
 * fit.converged // true
 * fit.leftOut // 750
 * fit.parameters.q // 3.79…
 * fit.standardErrors.q // 0.194…
 * @reference Fader and Hardie (2013), The Gamma-Gamma model of monetary value
 * @reference Fader, Hardie and Lee (2005), RFM and CLV: using iso-value curves for customer base analysis
 */
export function fit(data: SpendHistories, options: GammaGammaFitOptions = {}): GammaGammaFit {
  const rows = readSpend(METRIC, data);
  checkOptions(METRIC, options, ['start']);
  const { start } = options;
  if (start !== undefined) checkParameters(METRIC, start, 'start');
  const { customers, leftOut } = rows;
  const definition = spendDefinition(data);
  if (customers === 0) return { model: 'gammaGamma', ...nothingFitted(), leftOut, definition };
  const guess = spendStart(rows);
  const figures = maximumLikelihood({
    names: ['p', 'q', 'v'],
    evaluate: spendLikelihood(rows),
    start: start === undefined ? guess.start : [start.p, start.q, start.v],
    scales: guess.scales,
    limits: SPEND_LIMITS,
    observations: customers,
    distinctRows: rows.weight.length,
  });
  return { model: 'gammaGamma', ...figures, leftOut, definition };
}
