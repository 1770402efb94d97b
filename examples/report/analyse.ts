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
  grossMarginLifetimeValue,
  type MovementPeriod,
  type ProportionInterval,
  type PurchaseTotals,
  paybackPeriod,
  proportionInterval,
  purchaseFrequency,
  purchaseTotals,
  type RetentionCurve,
  repeatPurchaseRate,
  retentionCurve,
  retentionRate,
  type TenureLog,
  tenuresFromEvents,
  valueToCostRatio,
} from 'tenure';
import type { Period } from 'tenure/time';
import { type SegmentFigures, segmentFigures } from './analyseSegments.ts';
import { type SurveyFigures, surveyFigures } from './analyseSurveys.ts';
import { yearBefore } from './yearBefore.ts';

/** One set of orders, and how it is to be looked at. */
export interface Market {
  readonly title: string;
  readonly orders: EventLog;
  /** Subscriptions, where there are any: contracts say themselves when a customer leaves. */
  readonly subscriptions: TenureLog | undefined;
  /** Answers to surveys, where there are any: `nps` (0 to 10) and `csat` (1 to 5). */
  readonly answers: EventLog | undefined;
  readonly period: Period;
  readonly timeZone: string;
  readonly asOf: number;
  /** Days without an order after which a customer counts as lost. */
  readonly lapseAfter: number;
  readonly currency: string | undefined;
  /** What it costs to win a customer; NaN where it is not known. */
  readonly acquisitionCost: number;
  /** Share of the revenue that is left after what was sold; NaN where it is not known. */
  readonly grossMargin: number;
}

/** What of a market is plain data. */
export type MarketSettings = Omit<Market, 'orders' | 'subscriptions' | 'answers'>;

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

/** Everything the report says of one market. */
export interface MarketReport {
  readonly market: MarketSettings;
  readonly totals: PurchaseTotals;
  readonly repeatPurchaseRate: number;
  readonly movements: { readonly rows: readonly MovementRow[]; readonly definition: CustomerMovements['definition'] };
  readonly subscriptionMovements: { readonly rows: readonly MovementRow[] } | undefined;
  readonly cohorts: CohortTable;
  readonly curve: RetentionCurve;
  readonly value: ValueFigures;
  readonly segments: SegmentFigures;
  readonly surveys: SurveyFigures | undefined;
}

/** From logs to figures. */
export function analyse({ orders, subscriptions, answers, ...market }: Market): MarketReport {
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
    segments: segmentFigures(orders, asOf),
    surveys: answers && surveyFigures(answers, asOf, timeZone),
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
function valueFigures(orders: EventLog, tenures: TenureLog, market: MarketSettings): ValueFigures {
  const { timeZone, asOf, acquisitionCost, grossMargin } = market;
  const from = yearBefore(asOf, timeZone);
  const totals = purchaseTotals(orders, { from, to: asOf });
  const yearlyChurnRate = churnRate(customerMovement(tenures, { from, to: asOf }));
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
    to: asOf,
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
