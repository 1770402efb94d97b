import { fitPurchases } from '../fitPurchases.ts';
import type { PurchaseFitOptions } from '../purchaseOptions.ts';
import type { PurchaseHistories } from '../purchaseTypes.ts';
import { model } from './model.ts';
import type { BgNbdFit, BgNbdParameters } from './types.ts';

/**
 * Fits the BG/NBD model to purchases, by maximum likelihood.
 *
 * Rows that are alike are fitted once, with their number; the order of rows does not matter. The search is Newton's,
 * with exact derivatives. Data that say too little (nobody bought again, or nobody has left) give a fit with
 * `converged` false that says why, and whose parameters are not to be used.
 *
 * @param data - one entry a customer; `purchaseSummary` makes it from a log
 * @param options - parameters to begin with
 * @returns the fit: parameters, standard errors and how it ended
 * @throws InputError `not-a-record`, `not-rows`, `length-mismatch`, `not-a-count`, `not-a-quantity`, `above-limit`,
 * `below-limit`, `unknown-option`
 * @example
 * const data = bgNbd.simulate({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, { seed: 7, ages: new Array(2000).fill(40)
 * });
 * const fit = bgNbd.fit(data);
 * fit.converged // true
 * fit.observations // 2000
 * @complexity a few passes over the distinct rows
 * @reference Fader, Hardie and Lee (2005), Counting your customers the easy way: an alternative to the Pareto/NBD model
 */
export function fit(data: PurchaseHistories, options: PurchaseFitOptions<BgNbdParameters> = {}): BgNbdFit {
  return fitPurchases(model, data, options);
}
