import { checkShare } from './checkParts.ts';
import { checkPaybackParts, marginsToRepay, type PaybackParts } from './paybackPeriod.ts';

/** What winning a customer costs, what the customer brings in a period, and how many stay. */
export interface ChurnAdjustedPaybackParts extends PaybackParts {
  /** Share of customers kept from one period to the next, the same in all. */
  readonly retentionRate: number;
}

/**
 * How many periods it takes until customers, of whom some leave each period, have brought in what winning them cost.
 *
 * the number of periods n at which marginPerPeriod x (1 + retentionRate + ... + retentionRate^(n - 1)) reaches
 * acquisitionCost
 *
 * Everyone won is there in the first period; the second has the share of them that was kept, and so on. The margin of a
 * period comes in evenly over it, which gives the parts of a period.
 *
 * @param parts - cost, margin and retention; NaN in one of them gives NaN
 * @returns the number of periods, at least the `paybackPeriod` of a customer who stays
 * @unit periods
 * @range 0..
 * @direction lower is better
 * @undefinedWhen the margin is not above 0, or all of it, marginPerPeriod / (1 - retentionRate), never comes to the cost (NaN);
 * or one of the parts is NaN
 * @throws InputError `not-a-record`, `not-a-number`, `not-a-quantity`, `above-limit`
 * @example
 * churnAdjustedPaybackPeriod({ acquisitionCost: 70, marginPerPeriod: 40, retentionRate: 0.5 }) // 3
 * churnAdjustedPaybackPeriod({ acquisitionCost: 80, marginPerPeriod: 40, retentionRate: 0.5 }) // NaN
 * @see `paybackPeriod`, which it is at a retention of 1
 * @reference the sum of a geometric series
 */
export function churnAdjustedPaybackPeriod(parts: ChurnAdjustedPaybackParts): number {
  checkPaybackParts('churnAdjustedPaybackPeriod', parts);
  checkShare('churnAdjustedPaybackPeriod', 'retentionRate', parts.retentionRate);
  const margins = marginsToRepay(parts);
  const churn = 1 - parts.retentionRate;
  if (churn === 0 || (churn > 0 && margins <= 1)) return margins;
  if (margins * churn >= 1) return Number.NaN;
  // Logs of the share of customers left, when all is paid back and from one period to the next.
  const left = Math.log1p(-margins * churn);
  const kept = Math.log1p(-churn);
  const whole = Math.floor(left / kept);
  return whole - Math.expm1(left - whole * kept) / churn;
}
