import { simulatePurchases } from '../fitPurchases.ts';
import type { PurchaseSimulationOptions } from '../purchaseOptions.ts';
import type { PurchaseHistories } from '../purchaseTypes.ts';
import { model } from './model.ts';
import type { BgBbParameters } from './types.ts';

/**
 * Draws new customers and their purchases as the BG/BB model has them.
 *
 * What comes out goes into `fit`: so you see how much a fit of data like yours can tell.
 *
 * @param parameters - those of a fit, or of your own
 * @param options - the seed, and how long each customer is observed
 * @returns frequency, recency and age of each customer
 * @throws InputError `not-a-record`, `not-a-quantity`, `not-a-count`, `not-an-option`, `not-rows`, `not-a-number`,
 * `above-limit`, `unknown-option`
 * @example
 * const drawn = bgBb.simulate({ alpha: 1.204, beta: 0.75, gamma: 0.657, delta: 2.783 }, { seed: 1, ages: [10, 10, 10]
 * });
 * drawn.frequency.length // 3
 * @complexity the purchases drawn
 * @reference Fader, Hardie and Shang (2010), Customer-base analysis in a discrete-time noncontractual setting
 */
export function simulate(parameters: BgBbParameters, options: PurchaseSimulationOptions): PurchaseHistories {
  return simulatePurchases(model, parameters, options);
}
