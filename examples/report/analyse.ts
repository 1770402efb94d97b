import {
  averageLifespan,
  averageOrderValue,
  type CohortTable,
  type CustomerMovements,
  churnRate,
  cohortTable,
  customerLifetimeValue,
  customerMovement,
  customerMovements,
  type EventLog,
  type MovementPeriod,
  netCustomerLifetimeValue,
  type ProportionInterval,
  type PurchaseTotals,
  proportionInterval,
  purchaseFrequency,
  purchaseTotals,
  type RetentionCurve,
  repeatPurchaseRate,
  retentionCurve,
  retentionRate,
  type TenureLog,
  tenuresFromEvents,
} from 'tenure';
import { addPeriods, type Period } from 'tenure/time';

/** One set of orders, and how it is to be looked at. */
export interface Market {
  readonly title: string;
  readonly orders: EventLog;
  /** Subscriptions, where there are any: contracts say themselves when a customer leaves. */
  readonly subscriptions: TenureLog | undefined;
  readonly period: Period;
  readonly timeZone: string;
  readonly asOf: number;
  /** Days without an order after which a customer counts as lost. */
  readonly lapseAfter: number;
  readonly currency: string | undefined;
  /** What it costs to win a customer; NaN where it is not known. */
  readonly acquisitionCost: number;
}

/** A period's movement with its rates. */
export interface MovementRow extends MovementPeriod {
  readonly retentionRate: number;
  readonly churnRate: number;
  readonly retentionInterval: ProportionInterval;
}

/** What a customer is worth, from the twelve months before `asOf`. */
export interface ValueFigures {
  readonly from: number;
  readonly to: number;
  readonly totals: PurchaseTotals;
  readonly averageOrderValue: number;
  readonly purchaseFrequency: number;
  readonly yearlyChurnRate: number;
  readonly lifespanInYears: number;
  readonly customerLifetimeValue: number;
  readonly acquisitionCost: number;
  readonly netCustomerLifetimeValue: number;
}

/** Everything the report says of one market. */
export interface MarketReport {
  readonly market: Omit<Market, 'orders' | 'subscriptions'>;
  readonly totals: PurchaseTotals;
  readonly repeatPurchaseRate: number;
  readonly movements: { readonly rows: readonly MovementRow[]; readonly definition: CustomerMovements['definition'] };
  readonly subscriptionMovements: { readonly rows: readonly MovementRow[] } | undefined;
  readonly cohorts: CohortTable;
  readonly curve: RetentionCurve;
  readonly value: ValueFigures;
}

/** From logs to figures. */
export function analyse({ orders, subscriptions, ...market }: Market): MarketReport {
  const { period, timeZone, asOf, lapseAfter } = market;
  const tenures = tenuresFromEvents(orders, { lapseAfter, asOf });
  const totals = purchaseTotals(orders, { to: asOf });
  const cohorts = cohortTable(orders, { period, timeZone, asOf });
  return {
    market,
    totals,
    repeatPurchaseRate: repeatPurchaseRate(totals),
    movements: movementRows(tenures, period, timeZone),
    subscriptionMovements: subscriptions && movementRows(subscriptions, period, timeZone),
    cohorts,
    curve: retentionCurve(cohorts),
    value: valueFigures(orders, tenures, market),
  };
}

function movementRows(log: TenureLog, period: Period, timeZone: string): MarketReport['movements'] {
  const { periods, definition } = customerMovements(log, { period, timeZone });
  const rows = periods.map((movement) => ({
    ...movement,
    retentionRate: retentionRate(movement),
    churnRate: churnRate(movement),
    retentionInterval: proportionInterval({
      successes: movement.retainedCustomers,
      trials: movement.customersAtStart,
    }),
  }));
  return { rows, definition };
}

/** Order value, frequency and churn of the same twelve months, so that their product means something. */
function valueFigures(
  orders: EventLog,
  tenures: TenureLog,
  { timeZone, asOf, acquisitionCost }: Omit<Market, 'orders' | 'subscriptions'>,
): ValueFigures {
  const from = addPeriods(asOf, -12, { period: 'month', timeZone });
  const totals = purchaseTotals(orders, { from, to: asOf });
  const yearlyChurnRate = churnRate(customerMovement(tenures, { from, to: asOf }));
  const lifespanInYears = Number.isNaN(yearlyChurnRate) ? Number.NaN : averageLifespan({ churnRate: yearlyChurnRate });
  const parts = {
    averageOrderValue: averageOrderValue(totals),
    purchaseFrequency: purchaseFrequency(totals),
    lifespan: lifespanInYears,
  };
  return {
    from,
    to: asOf,
    totals,
    averageOrderValue: parts.averageOrderValue,
    purchaseFrequency: parts.purchaseFrequency,
    yearlyChurnRate,
    lifespanInYears,
    customerLifetimeValue: customerLifetimeValue(parts),
    acquisitionCost,
    netCustomerLifetimeValue: netCustomerLifetimeValue({ ...parts, acquisitionCost }),
  };
}
