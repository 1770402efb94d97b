import {
  averageLifespan,
  averageOrderValue,
  churnRate,
  customerLifetimeValue,
  customerMovement,
  type EventLog,
  grossMarginLifetimeValue,
  type PurchaseTotals,
  paybackPeriod,
  purchaseFrequency,
  purchaseTotals,
  type TenureLog,
  valueToCostRatio,
} from 'tenure';
import type { MarketSettings } from './market.ts';
import type { Span } from './spans.ts';

/** What a customer is worth, from twelve months. */
export interface ValueFigures extends Span {
  readonly totals: PurchaseTotals;
  readonly averageOrderValue: number;
  readonly purchaseFrequency: number;
  readonly yearlyChurnRate: number;
  readonly lifespanInYears: number;
  /** Of revenue, whatever the margin. */
  readonly customerLifetimeValue: number;
  /** Of margin; NaN where the margin is not known. */
  readonly grossMarginLifetimeValue: number;
  readonly acquisitionCost: number;
  /** The value of margin where that is known, else of revenue, less the acquisition cost. */
  readonly netValue: number;
  /** The same value over the acquisition cost. */
  readonly valueToCostRatio: number;
  /** Months until the same value has made up for the acquisition cost. */
  readonly paybackMonths: number;
}

/** Order value, frequency and churn of the same twelve months, so that their product means something. */
export function valueFigures(
  orders: EventLog,
  tenures: TenureLog,
  { acquisitionCost, grossMargin }: MarketSettings,
  { from, to }: Span,
): ValueFigures {
  const totals = purchaseTotals(orders, { from, to });
  const yearlyChurnRate = churnRate(customerMovement(tenures, { from, to }));
  const lifespan = averageLifespan({ churnRate: yearlyChurnRate });
  const parts = {
    averageOrderValue: averageOrderValue(totals),
    purchaseFrequency: purchaseFrequency(totals),
    lifespan,
  };
  const ofRevenue = customerLifetimeValue(parts);
  const ofMargin = grossMarginLifetimeValue({ ...parts, grossMargin });
  const hasMargin = !Number.isNaN(grossMargin);
  const lifetimeValue = hasMargin ? ofMargin : ofRevenue;
  const yearly = parts.averageOrderValue * parts.purchaseFrequency * (hasMargin ? grossMargin : 1);
  return {
    from,
    to,
    totals,
    averageOrderValue: parts.averageOrderValue,
    purchaseFrequency: parts.purchaseFrequency,
    yearlyChurnRate,
    lifespanInYears: lifespan,
    customerLifetimeValue: ofRevenue,
    grossMarginLifetimeValue: ofMargin,
    acquisitionCost,
    netValue: lifetimeValue - acquisitionCost,
    valueToCostRatio: valueToCostRatio({ lifetimeValue, acquisitionCost }),
    paybackMonths: paybackPeriod({ acquisitionCost, marginPerPeriod: yearly / 12 }),
  };
}
