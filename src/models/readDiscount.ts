import { checkQuantity } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';

/** How much less later money is worth, by the unit of time. At most one of the two is given. */
export interface DiscountOptions {
  /** Effective rate, at least 0: money of one unit later is divided by 1 + discountRate. */
  readonly discountRate?: number;
  /** Continuous rate, at least 0: money of one unit later is divided by e^continuousDiscountRate. */
  readonly continuousDiscountRate?: number;
}

/** The names of the options, for whoever checks which are known. */
export const DISCOUNT_OPTIONS: readonly string[] = ['discountRate', 'continuousDiscountRate'];

/** The continuous rate of a discount, 0 where none is given. */
export function readDiscount(metric: string, options: DiscountOptions): number {
  const { discountRate, continuousDiscountRate } = options;
  if (continuousDiscountRate === undefined) {
    if (discountRate === undefined) return 0;
    checkQuantity(metric, 'discountRate', discountRate);
    return Math.log1p(discountRate);
  }
  if (discountRate !== undefined)
    refuse('not-an-option', metric, ['discountRate'], 'left out where "continuousDiscountRate" is given', discountRate);
  checkQuantity(metric, 'continuousDiscountRate', continuousDiscountRate);
  return continuousDiscountRate;
}
