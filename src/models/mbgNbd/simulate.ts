import { simulatePurchases } from '../fitPurchases.ts';
import type { PurchaseSimulationOptions } from '../purchaseOptions.ts';
import type { PurchaseHistories } from '../purchaseTypes.ts';
import { model } from './model.ts';
import type { MbgNbdParameters } from './types.ts';

/**
 * Draws new customers and their purchases as the MBG/NBD model has them.
 *
 * What comes out goes into `fit`: so you see how much a fit of data like yours can tell.
 *
 * @param parameters - those of a fit, or of your own
 * @param options - the seed, and how long each customer is observed
 * @returns frequency, recency and age of each customer
 * @throws InputError `not-a-record`, `not-a-quantity`, `not-a-count`, `not-an-option`, `not-rows`, `not-a-number`,
 * `above-limit`, `unknown-option`
 * @example
 * const drawn = mbgNbd.simulate({ r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 }, { seed: 1, ages: [52, 52, 52] });
 * drawn.frequency.length // 3
 * @complexity the purchases drawn
 * @reference Batislam, Denizel and Filiztekin (2007), Empirical validation and comparison of models for customer base
 * analysis
 * @reference Hoppe and Wagner (2007), Customer base analysis: the case for a central variant of the betageometric/NBD
 * model
 */
export function simulate(parameters: MbgNbdParameters, options: PurchaseSimulationOptions): PurchaseHistories {
  return simulatePurchases(model, parameters, options);
}
