import {
  averageOrderValue,
  type CustomerMovement,
  customerMovement,
  type EventLog,
  type ProportionCounts,
  type PurchaseTotals,
  purchaseTotals,
  type TenureLog,
} from 'tenure';
import type { AlertFigures } from './analyseAlerts.ts';
import { type GoalFigures, isOnTrack } from './analyseGoals.ts';
import type { RiskFigures } from './analyseRisk.ts';
import type { PromoterFigures, SatisfactionFigures } from './analyseSurveys.ts';
import type { ValueFigures } from './analyseValue.ts';
import { type HeadlineFigure, plainFigure, promoterFigure, shareFigure } from './headlineFigure.ts';
import type { MarketSettings } from './market.ts';
import { orderValueInterval } from './orderValueInterval.ts';
import { areCustomersKnown, areOrdersKnown, lastPeriod, lastYear, type PeriodPair, type SpanPair } from './spans.ts';

/** What a head of retention wants to know first. */
export interface Headline {
  /** The last period that is over, against the one before. */
  readonly period: PeriodPair & { readonly figures: readonly HeadlineFigure[] };
  /** Twelve months, against the twelve before. */
  readonly year: SpanPair & { readonly figures: readonly HeadlineFigure[] };
  /** The day of the report, against a month before. */
  readonly today: { readonly at: number; readonly since: number; readonly figures: readonly HeadlineFigure[] };
  /** Whether a change is missing since the data begin too late for it. */
  readonly beginsTooLate: boolean;
}

/** What the headline is made from. */
export interface HeadlineSources {
  readonly market: MarketSettings;
  readonly orders: EventLog;
  readonly tenures: TenureLog;
  readonly value: ValueFigures;
  readonly valueBefore: ValueFigures;
  readonly promoters: PromoterFigures | undefined;
  readonly satisfaction: SatisfactionFigures | undefined;
  readonly risk: RiskFigures;
  readonly alerts: AlertFigures;
  readonly goals: readonly GoalFigures[];
}

/** The first screen of a market. */
export function headline(sources: HeadlineSources): Headline {
  const { market, orders, tenures } = sources;
  const period = lastPeriod(market);
  const year = lastYear(market);
  return {
    period: { ...period, figures: periodFigures(market, orders, tenures, period) },
    year: { ...year, figures: yearFigures(sources, year) },
    today: { at: market.asOf, since: sources.alerts.since, figures: todayFigures(sources) },
    beginsTooLate: !areCustomersKnown(market, period.before) || !areCustomersKnown(market, year.before),
  };
}

function periodFigures(
  market: MarketSettings,
  orders: EventLog,
  tenures: TenureLog,
  { now, before }: SpanPair,
): HeadlineFigure[] {
  const movement = customerMovement(tenures, now);
  const earlier = areCustomersKnown(market, before) ? customerMovement(tenures, before) : undefined;
  const totals = purchaseTotals(orders, now);
  const isComparable = areOrdersKnown(market, before);
  const totalsBefore = isComparable ? purchaseTotals(orders, before) : undefined;
  const customers = { now: movement.customersAtEnd, before: earlier?.customersAtEnd };
  const orderValue = { now: averageOrderValue(totals), before: totalsBefore && averageOrderValue(totalsBefore) };
  return [
    plainFigure('customers', 'count', 'customerGrowthRate', customers),
    shareFigure('kept (retention)', 'retentionRate', { now: kept(movement), before: earlier && kept(earlier) }),
    shareFigure('lost (churn)', 'churnRate', { now: lost(movement), before: earlier && lost(earlier) }),
    plainFigure('revenue', 'money', undefined, { now: totals.revenue, before: totalsBefore?.revenue }),
    {
      ...plainFigure('average order', 'price', 'averageOrderValue', orderValue),
      interval: orderValueInterval(orders, now),
      changeInterval: isComparable ? orderValueInterval(orders, now, before) : undefined,
    },
  ];
}

const kept = (movement: CustomerMovement): ProportionCounts => ({
  successes: movement.retainedCustomers,
  trials: movement.customersAtStart,
});

const lost = (movement: CustomerMovement): ProportionCounts => ({
  successes: movement.lostCustomers,
  trials: movement.customersAtStart,
});

const boughtAgain = ({ repeatBuyers, buyers }: PurchaseTotals): ProportionCounts => ({
  successes: repeatBuyers,
  trials: buyers,
});

function yearFigures(sources: HeadlineSources, { before }: SpanPair): HeadlineFigure[] {
  const { market, value, valueBefore, promoters, satisfaction } = sources;
  const totalsBefore = areOrdersKnown(market, before) ? valueBefore.totals : undefined;
  const figures = [
    shareFigure('bought again', 'repeatPurchaseRate', {
      now: boughtAgain(value.totals),
      before: totalsBefore && boughtAgain(totalsBefore),
    }),
    lifetimeValueFigure(market, value, areCustomersKnown(market, before) ? valueBefore : undefined),
  ];
  if (promoters !== undefined) figures.push(promoterFigure('net promoter score', promoters.year, promoters.yearBefore));
  if (satisfaction !== undefined) {
    const [now, earlier] = [satisfaction.year, satisfaction.yearBefore];
    const counts = { now: satisfied(now), before: satisfied(earlier) };
    figures.push(shareFigure('satisfied', 'customerSatisfactionScore', counts));
  }
  return figures;
}

const satisfied = (figures: { readonly satisfied: number; readonly answers: number }): ProportionCounts => ({
  successes: figures.satisfied,
  trials: figures.answers,
});

/** Of margin where that is known, else of revenue. */
function lifetimeValueFigure(
  { grossMargin }: MarketSettings,
  value: ValueFigures,
  before: ValueFigures | undefined,
): HeadlineFigure {
  const metric = Number.isNaN(grossMargin) ? 'customerLifetimeValue' : 'grossMarginLifetimeValue';
  const name = Number.isNaN(grossMargin) ? 'lifetime value' : 'lifetime margin';
  return plainFigure(name, 'price', metric, { now: value[metric], before: before?.[metric] });
}

/** Who is about to leave, and whether things go as they should. */
function todayFigures({ risk, alerts, goals }: HeadlineSources): HeadlineFigure[] {
  const figures = [
    plainFigure('at high risk', 'count', undefined, risk.highRisk),
    plainFigure('alerts since then', 'count', undefined, { now: alerts.entered, before: undefined }),
  ];
  if (goals.length === 0) return figures;
  const onTrack = plainFigure('goals on track', 'count', undefined, {
    now: goals.filter(isOnTrack).length,
    before: undefined,
  });
  return [...figures, { ...onTrack, outOf: goals.length }];
}
