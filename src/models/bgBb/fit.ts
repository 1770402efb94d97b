import { fitPurchases } from '../fitPurchases.ts';
import type { PurchaseFitOptions } from '../purchaseOptions.ts';
import type { PurchaseHistories } from '../purchaseTypes.ts';
import { model } from './model.ts';
import type { BgBbFit, BgBbParameters } from './types.ts';

/**
 * Fits the BG/BB model to purchases, by maximum likelihood.
 *
 * Rows that are alike are fitted once, with their number; the order of rows does not matter. The search is Newton's,
 * with exact derivatives. Data that say too little (nobody bought again, or nobody has left) give a fit with
 * `converged` false that says why, and whose parameters are not to be used.
 *
 * @param data - one entry a customer; `opportunitySummary` makes it from a log
 * @param options - parameters to begin with
 * @returns the fit: parameters, standard errors and how it ended
 * @throws InputError `not-a-record`, `not-rows`, `length-mismatch`, `not-a-count`, `not-a-quantity`, `above-limit`,
 * `below-limit`, `unknown-option`
 * @example
 * const data = bgBb.simulate({ alpha: 1.204, beta: 0.75, gamma: 0.657, delta: 2.783 }, { seed: 7, ages: new
 * Array(2000).fill(10) });
 * const fit = bgBb.fit(data);
 * fit.converged // true
 * fit.observations // 2000
 * @complexity a few passes over the distinct rows
 * @reference Fader, Hardie and Shang (2010), Customer-base analysis in a discrete-time noncontractual setting
 */
export function fit(data: PurchaseHistories, options: PurchaseFitOptions<BgBbParameters> = {}): BgBbFit {
  return fitPurchases(model, data, options);
}
