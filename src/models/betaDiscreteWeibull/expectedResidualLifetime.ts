import { expectedPayments } from '../contractLifetime.ts';
import { readPayments } from '../contractReaders.ts';
import type { ContractCustomer, ResidualLifetimeOptions } from '../contractTypes.ts';
import { type BetaDiscreteWeibullParameters, readParameters } from './parameters.ts';

/**
 * How many payments a customer is still expected to make: the periods that will be paid for.
 *
 * sum of S(renewals + t) / S(renewals) over t = 0, 1, ... for 'justAcquired', over t = 1, 2, ... for 'beforeRenewal' and
 * 'afterPayment', where S(t) = B(alpha, beta + t^c) / B(alpha, beta)
 *
 * Undiscounted, the last two are one: in the first the payment of t = 1 is due now, in the second one period from now.
 * All three are Infinity where alpha x c is at most 1 and there is no horizon: so many customers hardly ever leave then
 * that the mean has no end. Published renewal curves are often like that; take a horizon or a discount.
 *
 * @param parameters - of the model, above 0
 * @param customer - how often the customer has renewed; 'justAcquired' is only for 0
 * @param options - the moment it is seen from, and how many payments are counted at most
 * @returns the expected number, Infinity where alpha x c <= 1 and no horizon is given
 * @unit payments
 * @range 0..
 * @direction higher is better
 * @undefinedWhen never
 * @throws InputError `not-a-record`, `not-a-quantity`, `not-a-count`, `not-an-option`, `below-limit`, `unknown-option`
 * @example
 * const parameters = { alpha: 1, beta: 1, c: 2 };
 * betaDiscreteWeibull.expectedResidualLifetime(parameters, { renewals: 0 }, { timing: 'justAcquired', horizon: 3 }) // 1.7
 * betaDiscreteWeibull.expectedResidualLifetime(parameters, { renewals: 0 }, { timing: 'justAcquired' }) // 2.076674…
 * betaDiscreteWeibull.expectedResidualLifetime(parameters, { renewals: 1 }, { timing: 'beforeRenewal' }) // 1.153348…
 * @reference Fader, Hardie, Liu, Davin and Steenburgh (2018), "How to project customer retention" revisited: the role of
 * duration dependence
 */
export function expectedResidualLifetime(
  parameters: BetaDiscreteWeibullParameters,
  customer: ContractCustomer,
  options: ResidualLifetimeOptions,
): number {
  const shape = readParameters('betaDiscreteWeibull.expectedResidualLifetime', parameters);
  return expectedPayments(shape, readPayments('betaDiscreteWeibull.expectedResidualLifetime', customer, options));
}
