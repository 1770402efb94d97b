import type { AfterOptions } from '../purchaseOptions.ts';
import type { PurchaseHistory } from '../purchaseTypes.ts';
import { aliveOf } from '../purchaseVerbs.ts';
import { model } from './model.ts';
import type { BgNbdParameters } from './types.ts';

/**
 * Chance that a customer is still one, by the BG/NBD model: now, or a further time later.
 *
 * 1 / (1 + a / (b + x - 1) ((alpha + T) / (alpha + t))^(r + x)), and 1 where x = 0; times the chance to stay for
 * `after`
 *
 * For x repeat purchases, the last at t, of a customer seen for T. In this model customers leave at a repeat purchase
 * only, so that one without any counts as alive for certain, however long ago it was; the MBG/NBD model does not.
 *
 * @param parameters - those of a fit, or of your own
 * @param customer - frequency, recency and age, in the time unit of the fit
 * @param options - how much later, in the time unit of the fit; now unless told
 * @returns the chance
 * @unit fraction
 * @range 0..1
 * @direction higher is better
 * @undefinedWhen never
 * @throws InputError `not-a-record`, `not-a-quantity`, `not-a-count`, `above-limit`, `below-limit`, `unknown-option`
 * @example
 * bgNbd.probabilityAlive({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, { frequency: 2, recency: 30.43, age: 38.86 })
 * // 0.726578…
 * @reference Fader, Hardie and Lee (2005), Counting your customers the easy way: an alternative to the Pareto/NBD model
 */
export function probabilityAlive(
  parameters: BgNbdParameters,
  customer: PurchaseHistory,
  options: AfterOptions = {},
): number {
  return aliveOf(model, parameters, customer, options);
}
