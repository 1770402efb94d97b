import type { AfterOptions } from '../purchaseOptions.ts';
import type { PurchaseHistory } from '../purchaseTypes.ts';
import { aliveOf } from '../purchaseVerbs.ts';
import { model } from './model.ts';
import type { ParetoNbdParameters } from './types.ts';

/**
 * Chance that a customer is still one, by the Pareto/NBD model: now, or a further time later.
 *
 * 1 / (1 + s x integral from t to T of (alpha + T)^(r + x) (beta + T)^s / ((alpha + u)^(r + x) (beta + u)^(s + 1)) du)
 * x ((beta + T) / (beta + T + after))^s
 *
 * For x repeat purchases, the last at t, of a customer seen for T. The integral is over the moments at which one may
 * have left: it needs no case for alpha = beta and does not cancel.
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
 * paretoNbd.probabilityAlive({ r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 }, { frequency: 2, recency: 30.43, age:
 * 38.86 }) // 0.869167…
 * @reference Schmittlein, Morrison and Colombo (1987), Counting your customers: who are they and what will they do
 * next?
 * @reference Fader, Hardie and Lee (2005), RFM and CLV: using iso-value curves for customer base analysis (discounted
 * transactions)
 */
export function probabilityAlive(
  parameters: ParetoNbdParameters,
  customer: PurchaseHistory,
  options: AfterOptions = {},
): number {
  return aliveOf(model, parameters, customer, options);
}
