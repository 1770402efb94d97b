import { expectedPayments } from '../contractLifetime.ts';
import { readDiscountedPayments } from '../contractReaders.ts';
import type { ContractCustomer, DiscountedResidualLifetimeOptions } from '../contractTypes.ts';
import { type BetaDiscreteWeibullParameters, readParameters } from './parameters.ts';

/**
 * What the payments are worth now that a customer is still expected to make, as a multiple of one payment: times the
 * margin of a payment it is the value of the customer.
 *
 * sum of S(renewals + t) / S(renewals) / (1 + discountRate)^w over t = 0, 1, ... with w = t for 'justAcquired', over
 * t = 1, 2, ... with w = t - 1 for 'beforeRenewal' and w = t for 'afterPayment', where S(t) = B(alpha, beta + t^c) / B(alpha, beta)
 *
 * 'justAcquired' is the discounted expected lifetime (DEL), 'beforeRenewal' the discounted expected residual lifetime (DERL)
 * of the papers: of a customer about to decide on renewal n, who has renewed n - 1 times. 'afterPayment' is the latter over
 * 1 + discountRate. With a continuous rate the divisor is e^(continuousDiscountRate w); without a rate nothing is
 * discounted.
 *
 * @param parameters - of the model, above 0
 * @param customer - how often the customer has renewed; 'justAcquired' is only for 0
 * @param options - the moment it is seen from, one discount rate by the period, and how many payments are counted at most
 * @returns the multiple; Infinity where nothing is discounted, alpha x c <= 1 and no horizon is given
 * @unit payments
 * @range 0..
 * @direction higher is better
 * @undefinedWhen never
 * @throws InputError `not-a-record`, `not-a-quantity`, `not-a-count`, `not-an-option`, `below-limit`, `unknown-option`
 * @example
 * const regular = { alpha: 0.5230293129, beta: 0.8942826589, c: 1.196398711 };
 * const at = { timing: 'justAcquired', discountRate: 0.1 } as const;
 * betaDiscreteWeibull.discountedExpectedResidualLifetime(regular, { renewals: 0 }, at) // 3.69162…
 * @reference Fader, Hardie, Liu, Davin and Steenburgh (2018), "How to project customer retention" revisited: the role of
 * duration dependence
 */
export function discountedExpectedResidualLifetime(
  parameters: BetaDiscreteWeibullParameters,
  customer: ContractCustomer,
  options: DiscountedResidualLifetimeOptions,
): number {
  const shape = readParameters('betaDiscreteWeibull.discountedExpectedResidualLifetime', parameters);
  return expectedPayments(
    shape,
    readDiscountedPayments('betaDiscreteWeibull.discountedExpectedResidualLifetime', customer, options),
  );
}
