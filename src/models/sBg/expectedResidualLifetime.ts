import { expectedPayments } from '../contractLifetime.ts';
import { readPayments } from '../contractReaders.ts';
import type { ContractCustomer, ResidualLifetimeOptions } from '../contractTypes.ts';
import { readParameters, type SBgParameters } from './parameters.ts';

/**
 * How many payments a customer is still expected to make: the periods that will be paid for.
 *
 * sum of S(renewals + t) / S(renewals) over t = 0, 1, ... for 'justAcquired', over t = 1, 2, ... for 'beforeRenewal' and
 * 'afterPayment', where S(t) = B(alpha, beta + t) / B(alpha, beta)
 *
 * Undiscounted, the last two are one: in the first the payment of t = 1 is due now, in the second one period from now.
 * All three are Infinity where alpha is at most 1 and there is no horizon: the share of customers who hardly ever leave is
 * so large then that the mean has no end. Published renewal curves are often like that; take a horizon or a discount.
 *
 * @param parameters - of the model, above 0
 * @param customer - how often the customer has renewed; 'justAcquired' is only for 0
 * @param options - the moment it is seen from, and how many payments are counted at most
 * @returns the expected number, Infinity where alpha <= 1 and no horizon is given
 * @unit payments
 * @range 0..
 * @direction higher is better
 * @undefinedWhen never
 * @throws InputError `not-a-record`, `not-a-quantity`, `not-a-count`, `not-an-option`, `below-limit`, `unknown-option`
 * @example
 * const parameters = { alpha: 3, beta: 4 };
 * sBg.expectedResidualLifetime(parameters, { renewals: 0 }, { timing: 'justAcquired' }) // 3
 * sBg.expectedResidualLifetime(parameters, { renewals: 2 }, { timing: 'beforeRenewal' }) // 3
 * sBg.expectedResidualLifetime({ alpha: 1, beta: 1 }, { renewals: 0 }, { timing: 'justAcquired', horizon: 3 }) // 1.8333…
 * @reference Fader and Hardie (2010), Customer-base valuation in a contractual setting: the perils of ignoring heterogeneity
 */
export function expectedResidualLifetime(
  parameters: SBgParameters,
  customer: ContractCustomer,
  options: ResidualLifetimeOptions,
): number {
  const shape = readParameters('sBg.expectedResidualLifetime', parameters);
  return expectedPayments(shape, readPayments('sBg.expectedResidualLifetime', customer, options));
}
