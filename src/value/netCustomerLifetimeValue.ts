import { checkPart } from './checkParts.ts';
import { checkLifetimeValueParts, type LifetimeValueParts } from './customerLifetimeValue.ts';

/** What a net customer lifetime value is made of. */
export interface NetLifetimeValueParts extends LifetimeValueParts {
  /** What it costs to win one customer, in the unit of the order value. */
  readonly acquisitionCost: number;
}

/**
 * What a customer brings over the whole time as a customer, less the cost of winning them.
 *
 * averageOrderValue x purchaseFrequency x lifespan - acquisitionCost
 *
 * @param parts - order value, frequency, lifespan and acquisition cost; NaN in one of them gives NaN
 * @returns the value, in the unit of the order value; negative where winning the customer cost more than they bring
 * @unit money per customer
 * @range any
 * @direction higher is better
 * @undefinedWhen one of the parts is (NaN)
 * @throws InputError `not-a-record`, `not-a-number`, `not-a-quantity`
 * @example
 * netCustomerLifetimeValue({ averageOrderValue: 40, purchaseFrequency: 3, lifespan: 5, acquisitionCost: 90 }) // 510
 * @see `customerLifetimeValue`, the value before the cost of acquisition
 * @reference Gupta and Lehmann (2003), Customers as assets; the simple form of practice, without discounting
 */
export function netCustomerLifetimeValue(parts: NetLifetimeValueParts): number {
  checkLifetimeValueParts('netCustomerLifetimeValue', parts);
  const { averageOrderValue, purchaseFrequency, lifespan, acquisitionCost } = parts;
  checkPart('netCustomerLifetimeValue', 'acquisitionCost', acquisitionCost);
  return averageOrderValue * purchaseFrequency * lifespan - acquisitionCost;
}
