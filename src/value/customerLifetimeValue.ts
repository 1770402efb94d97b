import { checkRecord } from '../core/checks.ts';
import { checkMoney, checkPart } from './checkParts.ts';

/** What a customer lifetime value is made of. */
export interface LifetimeValueParts {
  /** What an order brings, in money: revenue, or margin if that is what you want the value in. */
  readonly averageOrderValue: number;
  /** Orders per customer and period. */
  readonly purchaseFrequency: number;
  /** Periods that a customer stays, in the unit of the frequency: years if it counts orders a year. */
  readonly lifespan: number;
}

/**
 * What a customer brings over the whole time as a customer, before the cost of winning them.
 *
 * averageOrderValue x purchaseFrequency x lifespan
 *
 * A product of three averages: it takes every customer for the average one and money of later years for money of today.
 *
 * @param parts - order value, frequency and lifespan; NaN in one of them, as rates of empty data are, gives NaN
 * @returns the value, in the unit of the order value
 * @unit money per customer
 * @range any
 * @direction higher is better
 * @undefinedWhen one of the parts is (NaN)
 * @throws InputError `not-a-record`, `not-a-number`, `not-a-quantity`
 * @example
 * customerLifetimeValue({ averageOrderValue: 40, purchaseFrequency: 3, lifespan: 5 }) // 600
 * @see `netCustomerLifetimeValue`, which takes off the cost of acquisition
 * @reference Gupta and Lehmann (2003), Customers as assets; the simple form of practice, without discounting
 */
export function customerLifetimeValue(parts: LifetimeValueParts): number {
  checkLifetimeValueParts('customerLifetimeValue', parts);
  return parts.averageOrderValue * parts.purchaseFrequency * parts.lifespan;
}

/** Refuses parts that are wrong; NaN passes, since it is what a rate of empty data is. */
export function checkLifetimeValueParts(metric: string, parts: LifetimeValueParts): void {
  checkRecord(metric, 'parts', parts);
  checkMoney(metric, 'averageOrderValue', parts.averageOrderValue);
  checkPart(metric, 'purchaseFrequency', parts.purchaseFrequency);
  checkPart(metric, 'lifespan', parts.lifespan);
}
