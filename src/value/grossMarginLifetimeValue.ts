import { checkMargin } from './checkParts.ts';
import { checkLifetimeValueParts, type LifetimeValueParts } from './customerLifetimeValue.ts';

/** What a lifetime value in margin is made of. */
export interface GrossMarginLifetimeValueParts extends LifetimeValueParts {
  /** Share of the order value that is left once what was sold is paid for: at most 1, negative if sold below cost. */
  readonly grossMargin: number;
}

/**
 * What is left of what a customer brings over the whole time as a customer, once what was sold to them is paid for.
 *
 * averageOrderValue x purchaseFrequency x lifespan x grossMargin
 *
 * @param parts - order value in revenue, frequency, lifespan and margin; NaN in one of them gives NaN
 * @returns the value, in the unit of the order value
 * @unit money per customer
 * @range any
 * @direction higher is better
 * @undefinedWhen one of the parts is (NaN)
 * @throws InputError `not-a-record`, `not-a-number`, `not-a-quantity`, `above-limit` (a margin above 1: 40 % is 0.4)
 * @example
 * grossMarginLifetimeValue({ averageOrderValue: 40, purchaseFrequency: 3, lifespan: 5, grossMargin: 0.25 }) // 150
 * @see `discountedLifetimeValue`, for which money of later years is worth less
 * @reference Gupta and Lehmann (2003), Customers as assets; the simple form of practice, without discounting
 */
export function grossMarginLifetimeValue(parts: GrossMarginLifetimeValueParts): number {
  checkLifetimeValueParts('grossMarginLifetimeValue', parts);
  const { averageOrderValue, purchaseFrequency, lifespan, grossMargin } = parts;
  checkMargin('grossMarginLifetimeValue', 'grossMargin', grossMargin);
  return averageOrderValue * purchaseFrequency * lifespan * grossMargin;
}
