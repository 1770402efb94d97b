import {
  checkDiscountedValue,
  type DiscountedValueOptions,
  type DiscountedValueParts,
  discountedValue,
} from './discountedValue.ts';

/**
 * What a customer brings from now on, where each period keeps the same share of customers and later money is worth
 * less than money now.
 *
 * marginPerPeriod x f / (1 + discountRate - retentionRate), where f is 1 + discountRate for 'now', 1 for 'endOfPeriod' and
 * retentionRate for 'endOfPeriodIfRetained'
 *
 * All three are called the customer lifetime value; at a retention of 0.8 and a discount of 0.1 the first is 1.375 times
 * the last. So the timing has no default. With a horizon of n payments the sum stops there, at the share
 * 1 - (retentionRate / (1 + discountRate))^n of it.
 *
 * @param parts - margin, retention and discount, all of the same period; NaN as margin or retention gives NaN
 * @param options - when the first payment comes, and how many are added up
 * @returns the value now, in the unit of the margin, before the cost of winning the customer
 * @unit money per customer
 * @range any
 * @direction higher is better
 * @undefinedWhen nobody ever leaves and later money is worth as much as money now, and there is no horizon (NaN): the sum has
 * no end; or the margin or the retention rate is NaN
 * @throws InputError `not-a-record`, `not-a-number`, `not-a-quantity`, `above-limit`, `unknown-option`, `not-an-option`,
 * `not-a-count`
 * @example
 * const parts = { marginPerPeriod: 90, retentionRate: 0.8, discountRate: 0.1 };
 * discountedLifetimeValue(parts, { firstPayment: 'now' }) // 330
 * discountedLifetimeValue(parts, { firstPayment: 'endOfPeriod' }) // 300
 * discountedLifetimeValue(parts, { firstPayment: 'endOfPeriodIfRetained' }) // 240
 * discountedLifetimeValue(parts, { firstPayment: 'now', horizon: 2 }) // 155.4545…
 * @reference Berger and Nasr (1998), Customer lifetime value: marketing models and applications
 * @reference Gupta and Lehmann (2003), Customers as assets
 */
export function discountedLifetimeValue(parts: DiscountedValueParts, options: DiscountedValueOptions): number {
  checkDiscountedValue('discountedLifetimeValue', parts, options);
  return discountedValue(parts, options);
}
