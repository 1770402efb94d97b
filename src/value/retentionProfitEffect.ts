import { checkPart, checkShare } from './checkParts.ts';
import {
  checkDiscountedValue,
  type DiscountedValueOptions,
  type DiscountedValueParts,
  discountedValue,
} from './discountedValue.ts';

/** A discounted value, what winning the customer costs, and the retention rate to compare with. */
export interface RetentionProfitParts extends DiscountedValueParts {
  /** The retention rate that takes the place of `retentionRate`; all else stays as it is. */
  readonly changedRetentionRate: number;
  /** What it costs to win one customer, spent now. */
  readonly acquisitionCost: number;
}

/**
 * By what share the profit of a customer over the whole time changes where nothing changes but retention.
 *
 * (value at changedRetentionRate - value at retentionRate) / (value at retentionRate - acquisitionCost)
 *
 * The value is `discountedLifetimeValue`. What it takes to change retention is not in it.
 *
 * @param parts - margin, both retention rates, discount and cost; NaN in one of them gives NaN
 * @param options - when the first payment comes, and how many are added up
 * @returns the share: 0.25 where profit rises by a quarter, below 0 where it falls
 * @unit fraction
 * @range any
 * @direction higher is better
 * @undefinedWhen the profit before is not above 0, since a share of nothing or of a loss says nothing; or one of the two values
 * is NaN; or the acquisition cost is NaN (NaN)
 * @throws InputError `not-a-record`, `not-a-number`, `not-a-quantity`, `above-limit`, `unknown-option`, `not-an-option`,
 * `not-a-count`
 * @example
 * const parts = { marginPerPeriod: 90, retentionRate: 0.8, changedRetentionRate: 0.85, discountRate: 0.1 };
 * retentionProfitEffect({ ...parts, acquisitionCost: 0 }, { firstPayment: 'now' }) // 0.2
 * retentionProfitEffect({ ...parts, acquisitionCost: 180 }, { firstPayment: 'now' }) // 0.44
 * @reference Reichheld and Sasser (1990), Zero defections: quality comes to services, whose question it answers
 */
export function retentionProfitEffect(parts: RetentionProfitParts, options: DiscountedValueOptions): number {
  checkDiscountedValue('retentionProfitEffect', parts, options);
  checkShare('retentionProfitEffect', 'changedRetentionRate', parts.changedRetentionRate);
  checkPart('retentionProfitEffect', 'acquisitionCost', parts.acquisitionCost);
  const before = discountedValue(parts, options);
  const after = discountedValue({ ...parts, retentionRate: parts.changedRetentionRate }, options);
  const profit = before - parts.acquisitionCost;
  return profit > 0 ? (after - before) / profit : Number.NaN;
}
