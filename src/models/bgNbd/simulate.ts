import { simulatePurchases } from '../fitPurchases.ts';
import type { PurchaseSimulationOptions } from '../purchaseOptions.ts';
import type { PurchaseHistories } from '../purchaseTypes.ts';
import { model } from './model.ts';
import type { BgNbdParameters } from './types.ts';

/**
 * Draws new customers and their purchases as the BG/NBD model has them.
 *
 * What comes out goes into `fit`: so you see how much a fit of data like yours can tell.
 *
 * @param parameters - those of a fit, or of your own
 * @param options - the seed, and how long each customer is observed
 * @returns frequency, recency and age of each customer
 * @throws InputError `not-a-record`, `not-a-quantity`, `not-a-count`, `not-an-option`, `not-rows`, `not-a-number`,
 * `above-limit`, `unknown-option`
 * @example
 * const drawn = bgNbd.simulate({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, { seed: 1, ages: [52, 52, 52] });
 * drawn.frequency.length // 3
 * @complexity the purchases drawn
 * @reference Fader, Hardie and Lee (2005), Counting your customers the easy way: an alternative to the Pareto/NBD model
 */
export function simulate(parameters: BgNbdParameters, options: PurchaseSimulationOptions): PurchaseHistories {
  return simulatePurchases(model, parameters, options);
}
