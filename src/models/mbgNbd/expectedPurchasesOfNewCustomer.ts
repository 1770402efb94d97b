import type { HorizonOptions } from '../purchaseOptions.ts';
import { expectedOf, NEW_CUSTOMER } from '../purchaseVerbs.ts';
import { model } from './model.ts';
import type { MbgNbdParameters } from './types.ts';

/**
 * Repeat purchases that a new customer is expected to make within a time after the first, by the MBG/NBD model.
 *
 * expectedPurchases of a customer of whom nothing is known: frequency 0, recency 0, age 0
 *
 * @param parameters - those of a fit, or of your own
 * @param options - how far ahead, in the time unit of the fit
 * @returns the expected number of purchases after the first
 * @unit purchases
 * @range 0..
 * @direction higher is better
 * @undefinedWhen never
 * @throws InputError `not-a-record`, `not-a-quantity`, `not-a-count`, `above-limit`, `below-limit`, `unknown-option`
 * @example
 * mbgNbd.expectedPurchasesOfNewCustomer({ r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 }, { horizon: 39 }) // 1.182953…
 * @reference Batislam, Denizel and Filiztekin (2007), Empirical validation and comparison of models for customer base
 * analysis
 * @reference Hoppe and Wagner (2007), Customer base analysis: the case for a central variant of the betageometric/NBD
 * model
 */
export function expectedPurchasesOfNewCustomer(parameters: MbgNbdParameters, options: HorizonOptions): number {
  return expectedOf('mbgNbd.expectedPurchasesOfNewCustomer', model, parameters, options, NEW_CUSTOMER);
}
