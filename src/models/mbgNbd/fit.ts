import { fitPurchases } from '../fitPurchases.ts';
import type { PurchaseFitOptions } from '../purchaseOptions.ts';
import type { PurchaseHistories } from '../purchaseTypes.ts';
import { model } from './model.ts';
import type { MbgNbdFit, MbgNbdParameters } from './types.ts';

/**
 * Fits the MBG/NBD model to purchases, by maximum likelihood.
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
 * const data = mbgNbd.simulate({ r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 }, { seed: 7, ages: new
 * Array(2000).fill(40) });
 * const fit = mbgNbd.fit(data);
 * fit.converged // true
 * fit.observations // 2000
 * @complexity a few passes over the distinct rows
 * @reference Batislam, Denizel and Filiztekin (2007), Empirical validation and comparison of models for customer base
 * analysis
 * @reference Hoppe and Wagner (2007), Customer base analysis: the case for a central variant of the betageometric/NBD
 * model
 */
export function fit(data: PurchaseHistories, options: PurchaseFitOptions<MbgNbdParameters> = {}): MbgNbdFit {
  return fitPurchases(model, data, options);
}
