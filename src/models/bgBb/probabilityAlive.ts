import type { AfterOptions } from '../purchaseOptions.ts';
import type { PurchaseHistory } from '../purchaseTypes.ts';
import { aliveOf } from '../purchaseVerbs.ts';
import { model } from './model.ts';
import type { BgBbParameters } from './types.ts';

/**
 * Chance that a customer is still one, by the BG/BB model: now, or a further time later.
 *
 * B(alpha + x, beta + n - x) B(gamma, delta + n + 1 + after) / (B(alpha, beta) B(gamma, delta) L(x, t, n))
 *
 * For x purchases at n opportunities, the last at the t-th, L being the likelihood. Alive now means alive for the next
 * opportunity, n + 1, as the paper has it; customers may leave at the start of each.
 *
 * @param parameters - those of a fit, or of your own
 * @param customer - frequency, recency and age in opportunities
 * @param options - how much later, in opportunities; now unless told
 * @returns the chance
 * @unit fraction
 * @range 0..1
 * @direction higher is better
 * @undefinedWhen never
 * @throws InputError `not-a-record`, `not-a-quantity`, `not-a-count`, `above-limit`, `below-limit`, `unknown-option`
 * @example
 * bgBb.probabilityAlive({ alpha: 1.204, beta: 0.75, gamma: 0.657, delta: 2.783 }, { frequency: 2, recency: 4, age: 6 })
 * // 0.589514…
 * @reference Fader, Hardie and Shang (2010), Customer-base analysis in a discrete-time noncontractual setting
 */
export function probabilityAlive(
  parameters: BgBbParameters,
  customer: PurchaseHistory,
  options: AfterOptions = {},
): number {
  return aliveOf(model, parameters, customer, options);
}
