import { checkRecord } from '../core/checks.ts';
import { checkMoney, checkPart } from './checkParts.ts';

/** What winning a customer costs and what the customer brings in a period. */
export interface PaybackParts {
  /** What it costs to win one customer. */
  readonly acquisitionCost: number;
  /** What a customer brings in a period, less what serving them costs. */
  readonly marginPerPeriod: number;
}

/**
 * How many periods it takes until a customer who stays has brought in what winning them cost.
 *
 * acquisitionCost / marginPerPeriod
 *
 * @param parts - cost and margin in one unit of money; NaN in one of them gives NaN
 * @returns the number of periods, in parts of one too: the margin comes in evenly over each period
 * @unit periods
 * @range 0..
 * @direction lower is better
 * @undefinedWhen the margin is not above 0, which never pays back, or one of the parts is NaN (NaN)
 * @throws InputError `not-a-record`, `not-a-number`, `not-a-quantity`
 * @example
 * paybackPeriod({ acquisitionCost: 75, marginPerPeriod: 10 }) // 7.5
 * @see `churnAdjustedPaybackPeriod`, which counts with customers who leave before
 * @reference common practice of subscription businesses
 */
export function paybackPeriod(parts: PaybackParts): number {
  checkPaybackParts('paybackPeriod', parts);
  return marginsToRepay(parts);
}

/** Refuses parts that are wrong. */
export function checkPaybackParts(metric: string, parts: PaybackParts): void {
  checkRecord(metric, 'parts', parts);
  checkPart(metric, 'acquisitionCost', parts.acquisitionCost);
  checkMoney(metric, 'marginPerPeriod', parts.marginPerPeriod);
}

/** How many times the margin the cost is; NaN where the margin is not above 0. */
export function marginsToRepay({ acquisitionCost, marginPerPeriod }: PaybackParts): number {
  return marginPerPeriod > 0 ? acquisitionCost / marginPerPeriod : Number.NaN;
}
