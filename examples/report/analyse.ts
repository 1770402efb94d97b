import {
  type CohortTable,
  cohortTable,
  type PurchaseTotals,
  purchaseTotals,
  type RetentionCurve,
  repeatPurchaseRate,
  retentionCurve,
  type TenureLog,
  tenuresFromEvents,
} from 'tenure';
import { type AlertFigures, alertFigures } from './analyseAlerts.ts';
import { type BacktestFigures, backtestFigures } from './analyseBacktest.ts';
import { type Forecast, forecast } from './analyseForecast.ts';
import { type GoalFigures, goalFigures } from './analyseGoals.ts';
import { type MovementFigures, movementFigures } from './analyseMovements.ts';
import { type RiskFigures, riskFigures } from './analyseRisk.ts';
import { type SegmentFigures, segmentFigures } from './analyseSegments.ts';
import { type SupportFigures, supportFigures } from './analyseSupport.ts';
import {
  type PromoterFigures,
  promoterFigures,
  type SatisfactionFigures,
  satisfactionFigures,
} from './analyseSurveys.ts';
import { type ValueFigures, valueFigures } from './analyseValue.ts';
import { type VisitFigures, visitFigures } from './analyseVisits.ts';
import { type Headline, headline } from './headline.ts';
import type { Market, MarketSettings } from './market.ts';
import type { GoalEntry } from './readGoals.ts';
import { answerScaleOf, riskLogs } from './riskLogs.ts';
import { type RiskSetting, scoreRisk } from './scoreRisk.ts';
import { lastYear } from './spans.ts';

/** Everything the report says of one market. */
export interface MarketReport {
  readonly market: MarketSettings;
  readonly headline: Headline;
  readonly totals: PurchaseTotals;
  readonly repeatPurchaseRate: number;
  readonly movements: MovementFigures;
  readonly subscriptionMovements: MovementFigures | undefined;
  readonly visits: VisitFigures | undefined;
  readonly cohorts: CohortTable;
  readonly curve: RetentionCurve;
  readonly value: ValueFigures;
  readonly forecast: Forecast;
  readonly segments: SegmentFigures;
  readonly promoters: PromoterFigures | undefined;
  readonly satisfaction: SatisfactionFigures | undefined;
  readonly support: SupportFigures | undefined;
  readonly risk: RiskFigures;
  readonly alerts: AlertFigures;
  /** How the rule of the alerts would have done; undefined where the data are too short. */
  readonly backtest: BacktestFigures | undefined;
  readonly goals: readonly GoalFigures[];
}

/** From logs to figures. */
export function analyse(source: Market, entries: readonly GoalEntry[]): MarketReport {
  const { orders, subscriptions, promoterAnswers, satisfactionAnswers, visits, tickets, failedPayments, ...market } =
    source;
  const { period, timeZone, asOf, lapseAfter } = market;
  const tenures = tenuresFromEvents(orders, { lapseAfter, asOf });
  const totals = purchaseTotals(orders, { to: asOf });
  const cohorts = cohortTable(orders, { period, timeZone, asOf });
  const year = lastYear(market);
  const value = valueFigures(orders, tenures, market, year.now);
  const valueBefore = valueFigures(orders, tenures, market, year.before);
  const surveys = {
    promoters: promoterAnswers && promoterFigures(promoterAnswers, market),
    satisfaction: satisfactionAnswers && satisfactionFigures(satisfactionAnswers, market),
  };
  const { risk, alerts, backtest } = riskAndAlerts(source, market, tenures);
  const goals = goalFigures({ market: source, tenures }, entries);
  return {
    market,
    headline: headline({ market, orders, tenures, value, valueBefore, ...surveys, risk, alerts, goals }),
    totals,
    repeatPurchaseRate: repeatPurchaseRate(totals),
    movements: movementFigures(tenures, period, timeZone),
    subscriptionMovements: subscriptions && movementFigures(subscriptions, period, timeZone),
    visits: visits && visitFigures(visits, market),
    cohorts,
    curve: retentionCurve(cohorts),
    value,
    forecast: forecast(orders, market),
    segments: segmentFigures(orders, asOf),
    ...surveys,
    support: tickets && supportFigures(tickets, market),
    risk,
    alerts,
    backtest,
    goals,
  };
}

function riskAndAlerts(source: Market, market: MarketSettings, tenures: TenureLog) {
  const logs = riskLogs(source);
  const setting: RiskSetting = { lapseAfter: market.lapseAfter, answerScale: answerScaleOf(source) };
  const scores = scoreRisk(logs, market.asOf, setting);
  return {
    risk: riskFigures({ market: source, logs, setting, scores }),
    alerts: alertFigures({ market, logs, setting, scores }),
    backtest: backtestFigures({ market, logs, setting }, tenures),
  };
}
