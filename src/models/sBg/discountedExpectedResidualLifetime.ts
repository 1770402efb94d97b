import { expectedPayments } from '../contractLifetime.ts';
import { readDiscountedPayments } from '../contractReaders.ts';
import type { ContractCustomer, DiscountedResidualLifetimeOptions } from '../contractTypes.ts';
import { readParameters, type SBgParameters } from './parameters.ts';

/**
 * What the payments are worth now that a customer is still expected to make, as a multiple of one payment: times the
 * margin of a payment it is the value of the customer.
 *
 * sum of S(renewals + t) / S(renewals) / (1 + discountRate)^w over t = 0, 1, ... with w = t for 'justAcquired', over
 * t = 1, 2, ... with w = t - 1 for 'beforeRenewal' and w = t for 'afterPayment', where S(t) = B(alpha, beta + t) / B(alpha, beta)
 *
 * 'justAcquired' is the discounted expected lifetime (DEL), 'beforeRenewal' the discounted expected residual lifetime (DERL)
 * of the papers: of a customer about to decide on renewal n, who has renewed n - 1 times. 'afterPayment' is the latter over
 * 1 + discountRate. With a continuous rate the divisor is e^(continuousDiscountRate w); without a rate nothing is
 * discounted.
 *
 * @param parameters - of the model, above 0
 * @param customer - how often the customer has renewed; 'justAcquired' is only for 0
 * @param options - the moment it is seen from, one discount rate by the period, and how many payments are counted at most
 * @returns the multiple; Infinity where nothing is discounted, alpha <= 1 and no horizon is given
 * @unit payments
 * @range 0..
 * @direction higher is better
 * @undefinedWhen never
 * @throws InputError `not-a-record`, `not-a-quantity`, `not-a-count`, `not-an-option`, `below-limit`, `unknown-option`
 * @example
 * const regular = { alpha: 0.7040772985, beta: 1.182043026 };
 * const discountRate = 0.1;
 * sBg.discountedExpectedResidualLifetime(regular, { renewals: 0 }, { timing: 'justAcquired', discountRate }) // 3.694908…
 * sBg.discountedExpectedResidualLifetime(regular, { renewals: 4 }, { timing: 'beforeRenewal', discountRate }) // 5.894095…
 * @reference Fader and Hardie (2010), Customer-base valuation in a contractual setting: the perils of ignoring heterogeneity
 */
export function discountedExpectedResidualLifetime(
  parameters: SBgParameters,
  customer: ContractCustomer,
  options: DiscountedResidualLifetimeOptions,
): number {
  const shape = readParameters('sBg.discountedExpectedResidualLifetime', parameters);
  return expectedPayments(shape, readDiscountedPayments('sBg.discountedExpectedResidualLifetime', customer, options));
}
