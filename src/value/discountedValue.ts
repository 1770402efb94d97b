import { checkCount, checkOneOf, checkOptions, checkQuantity, checkRecord } from '../core/checks.ts';
import { compoundLoss } from '../numeric/compoundRate.ts';
import { checkMoney, checkShare } from './checkParts.ts';

/** A margin that goes on while the customer stays, and what later money is worth. */
export interface DiscountedValueParts {
  /** What a customer brings in a period in which they are one, less what serving them costs. */
  readonly marginPerPeriod: number;
  /** Share of customers kept from one period to the next, the same in all. */
  readonly retentionRate: number;
  /** By how much more money a period earlier is worth: 0.1 for 10 % a period; at least 0. */
  readonly discountRate: number;
}

/**
 * When the first payment comes, for which three formulas go by one name: `'now'`; `'endOfPeriod'`, at the end of the
 * first period from every customer; `'endOfPeriodIfRetained'`, at the end of the first period from those still there.
 */
export type FirstPayment = 'now' | 'endOfPeriod' | 'endOfPeriodIfRetained';

/** Which payments are added up. */
export interface DiscountedValueOptions {
  /** When the first payment comes; the others follow a period apart, each from those kept since the one before. */
  readonly firstPayment: FirstPayment;
  /** How many payments are added up, a whole number; without an end unless told. */
  readonly horizon?: number;
}

/** Refuses parts and options that are wrong. */
export function checkDiscountedValue(
  metric: string,
  parts: DiscountedValueParts,
  options: DiscountedValueOptions,
): void {
  checkRecord(metric, 'parts', parts);
  checkMoney(metric, 'marginPerPeriod', parts.marginPerPeriod);
  checkShare(metric, 'retentionRate', parts.retentionRate);
  checkQuantity(metric, 'discountRate', parts.discountRate);
  checkOptions(metric, options, ['firstPayment', 'horizon']);
  checkOneOf(metric, 'firstPayment', options.firstPayment, ['now', 'endOfPeriod', 'endOfPeriodIfRetained']);
  if (options.horizon !== undefined) checkCount(metric, 'horizon', options.horizon);
}

/** The sum of the payments, each for what it is worth now; NaN where it has no end. */
export function discountedValue(parts: DiscountedValueParts, options: DiscountedValueOptions): number {
  const { marginPerPeriod, retentionRate, discountRate } = parts;
  const { firstPayment, horizon } = options;
  const growth = 1 + discountRate;
  // In this order, since 1 + d - r would lose the digits of a small d.
  const fading = 1 - retentionRate + discountRate;
  const firstShare = { now: growth, endOfPeriod: 1, endOfPeriodIfRetained: retentionRate }[firstPayment];
  if (horizon === 0) return 0;
  if (fading === 0) return horizon === undefined ? Number.NaN : marginPerPeriod * firstShare * horizon;
  if (horizon === undefined) return (marginPerPeriod * firstShare) / fading;
  // How many first payments all of them are worth.
  const payments = compoundLoss(fading / growth, horizon) / fading;
  return marginPerPeriod * firstShare * payments;
}
