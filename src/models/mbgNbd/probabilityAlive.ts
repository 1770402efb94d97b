import type { AfterOptions } from '../purchaseOptions.ts';
import type { PurchaseHistory } from '../purchaseTypes.ts';
import { aliveOf } from '../purchaseVerbs.ts';
import { model } from './model.ts';
import type { MbgNbdParameters } from './types.ts';

/**
 * Chance that a customer is still one, by the MBG/NBD model: now, or a further time later.
 *
 * 1 / (1 + a / (b + x) ((alpha + T) / (alpha + t))^(r + x)), times the chance to stay for `after`
 *
 * For x repeat purchases, the last at t, of a customer seen for T. Customers leave at a purchase, the first one among
 * them: one without repeats may have left at once.
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
 * mbgNbd.probabilityAlive({ r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 }, { frequency: 2, recency: 30.43, age: 38.86 })
 * // 0.706202…
 * @reference Batislam, Denizel and Filiztekin (2007), Empirical validation and comparison of models for customer base
 * analysis
 * @reference Hoppe and Wagner (2007), Customer base analysis: the case for a central variant of the betageometric/NBD
 * model
 */
export function probabilityAlive(
  parameters: MbgNbdParameters,
  customer: PurchaseHistory,
  options: AfterOptions = {},
): number {
  return aliveOf(model, parameters, customer, options);
}
