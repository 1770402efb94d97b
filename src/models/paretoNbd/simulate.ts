import { simulatePurchases } from '../fitPurchases.ts';
import type { PurchaseSimulationOptions } from '../purchaseOptions.ts';
import type { PurchaseHistories } from '../purchaseTypes.ts';
import { model } from './model.ts';
import type { ParetoNbdParameters } from './types.ts';

/**
 * Draws new customers and their purchases as the Pareto/NBD model has them.
 *
 * What comes out goes into `fit`: so you see how much a fit of data like yours can tell.
 *
 * @param parameters - those of a fit, or of your own
 * @param options - the seed, and how long each customer is observed
 * @returns frequency, recency and age of each customer
 * @throws InputError `not-a-record`, `not-a-quantity`, `not-a-count`, `not-an-option`, `not-rows`, `not-a-number`,
 * `above-limit`, `unknown-option`
 * @example
 * const drawn = paretoNbd.simulate({ r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 }, { seed: 1, ages: [52, 52, 52]
 * });
 * drawn.frequency.length // 3
 * @complexity the purchases drawn
 * @reference Schmittlein, Morrison and Colombo (1987), Counting your customers: who are they and what will they do
 * next?
 * @reference Fader, Hardie and Lee (2005), RFM and CLV: using iso-value curves for customer base analysis (discounted
 * transactions)
 */
export function simulate(parameters: ParetoNbdParameters, options: PurchaseSimulationOptions): PurchaseHistories {
  return simulatePurchases(model, parameters, options);
}
