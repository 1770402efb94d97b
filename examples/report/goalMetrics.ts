import {
  averageOrderValue,
  churnRate,
  customerMovement,
  customerSatisfactionInterval,
  customerSatisfactionScore,
  type Figure,
  type FigureDefinition,
  type Interval,
  netPromoterCounts,
  netPromoterInterval,
  netPromoterScore,
  type PurchaseTotals,
  proportionInterval,
  purchaseTotals,
  repeatPurchaseRate,
  retentionRate,
  satisfactionCounts,
  surveyAnswers,
  type TenureLog,
} from 'tenure';
import type { FigureKind } from './headlineFigure.ts';
import type { Market } from './market.ts';
import { orderValueInterval } from './orderValueInterval.ts';
import { areCustomersKnown, areOrdersKnown, type Span } from './spans.ts';

/** What a goal's figures are made from. */
export interface GoalSources {
  readonly market: Market;
  readonly tenures: TenureLog;
}

/** A metric that goals may be of. */
export interface GoalMetric {
  readonly kind: FigureKind;
  /** Of the report's period, or of the twelve months up to its end. */
  readonly over: 'period' | 'year';
  /** The file it needs, where the orders are not enough. */
  readonly needs?: 'nps' | 'csat';
  /** The figure of a span; undefined where the data begin too late for it. */
  readonly figure: (sources: GoalSources, span: Span) => Figure | undefined;
}

/** The metrics that goals may be of, by their names in the catalogue. */
export const GOAL_METRICS: ReadonlyMap<string, GoalMetric> = new Map<string, GoalMetric>([
  ['churnRate', { kind: 'share', over: 'period', figure: (sources, span) => moved('churnRate', sources, span) }],
  [
    'retentionRate',
    { kind: 'share', over: 'period', figure: (sources, span) => moved('retentionRate', sources, span) },
  ],
  ['averageOrderValue', { kind: 'price', over: 'period', figure: orderValue }],
  ['repeatPurchaseRate', { kind: 'share', over: 'year', figure: boughtAgain }],
  ['netPromoterScore', { kind: 'points', over: 'year', needs: 'nps', figure: promoters }],
  ['customerSatisfactionScore', { kind: 'share', over: 'year', needs: 'csat', figure: satisfied }],
]);

function moved(
  metric: 'churnRate' | 'retentionRate',
  { market, tenures }: GoalSources,
  span: Span,
): Figure | undefined {
  if (!areCustomersKnown(market, span)) return undefined;
  const movement = customerMovement(tenures, span);
  const { lostCustomers, retainedCustomers, customersAtStart: trials, definition } = movement;
  const [value, successes] =
    metric === 'churnRate' ? [churnRate(movement), lostCustomers] : [retentionRate(movement), retainedCustomers];
  const interval = proportionInterval({ successes, trials });
  return figureOf(span, value, interval, { metric, lapseAfter: market.lapseAfter, ...definition });
}

function orderValue({ market }: GoalSources, span: Span): Figure | undefined {
  const totals = totalsOf(market, span);
  if (totals === undefined) return undefined;
  const definition = { metric: 'averageOrderValue', currency: market.currency, ...span };
  return figureOf(span, averageOrderValue(totals), orderValueInterval(market.orders, span), definition);
}

function boughtAgain({ market }: GoalSources, span: Span): Figure | undefined {
  const totals = totalsOf(market, span);
  if (totals === undefined) return undefined;
  const { repeatBuyers: successes, buyers: trials } = totals;
  const definition = { metric: 'repeatPurchaseRate', ...span };
  return figureOf(span, repeatPurchaseRate(totals), proportionInterval({ successes, trials }), definition);
}

function totalsOf(market: Market, span: Span): PurchaseTotals | undefined {
  return areOrdersKnown(market, span) ? purchaseTotals(market.orders, span) : undefined;
}

/** Each customer's last answer of the span. */
function promoters({ market }: GoalSources, span: Span): Figure | undefined {
  if (market.promoterAnswers === undefined) return undefined;
  const { scores, definition } = surveyAnswers(market.promoterAnswers, span);
  const counts = netPromoterCounts(scores);
  const rest = { metric: 'netPromoterScore', ...counts.definition, ...definition };
  return figureOf(span, netPromoterScore(counts), netPromoterInterval(counts), rest);
}

/** Each customer's last answer of the span. */
function satisfied({ market }: GoalSources, span: Span): Figure | undefined {
  if (market.satisfactionAnswers === undefined) return undefined;
  const { scores, definition } = surveyAnswers(market.satisfactionAnswers, span);
  const counts = satisfactionCounts(scores, { scale: market.satisfactionScale });
  const rest = { metric: 'customerSatisfactionScore', ...counts.definition, ...definition };
  return figureOf(span, customerSatisfactionScore(counts), customerSatisfactionInterval(counts), rest);
}

function figureOf({ to }: Span, value: number, { lower, upper }: Interval, definition: FigureDefinition): Figure {
  return { value, at: to, definition, interval: { lower, upper } };
}
