import {
  type Alert,
  type AlertBacktest,
  type AlertState,
  alertLift,
  alertPrecision,
  alertRecall,
  alertStep,
  backtestAlerts,
  type CustomerId,
  logAsOf,
  noAlerts,
  type PlaybookTask,
  type ProportionInterval,
  playbookTasks,
  proportionInterval,
  type RiskScores,
  riskReasons,
  type TenureLog,
} from 'tenure';
import { addPeriods } from 'tenure/time';
import type { MarketSettings } from './market.ts';
import type { RiskLogs } from './riskLogs.ts';
import { LOOK_DAYS, PLAYBOOK, RULE, RULE_TEXT } from './riskModel.ts';
import { type RiskSetting, scoreRisk } from './scoreRisk.ts';
import { daysBefore, lastYear, monthBefore } from './spans.ts';

/** Looks up to the day of the report: a quarter of a year. */
const LOOKS = 13;

/** Fewer looks into the past than this tell too little. */
const FEWEST_LOOKS = 8;

/** Something that changed for a customer, and why. */
export interface AlertRow extends Pick<Alert, 'customer' | 'change' | 'at' | 'score' | 'raisedAt' | 'mainIndicator'> {
  /** What adds most to the score, in words; undefined of somebody who is a customer no more. */
  readonly reason: string | undefined;
}

/** What is to be done, and how often. */
export interface PlannedAction {
  readonly action: string;
  readonly owner: string;
  readonly dueDays: number;
  readonly tasks: readonly PlaybookTask[];
}

/** Who was put on alert lately, and whose alert is over. */
export interface AlertFigures {
  readonly rule: typeof RULE & { readonly text: string };
  /** A month before the day of the report. */
  readonly since: number;
  readonly looks: readonly number[];
  readonly entered: number;
  readonly left: number;
  readonly closed: number;
  /** How many are on alert on the day of the report. */
  readonly standing: number;
  /** What changed, the latest first; at one look the highest score first. */
  readonly changes: readonly AlertRow[];
  /** What to do about those who were put on alert and still are. */
  readonly actions: readonly PlannedAction[];
  /** Undefined where the data are too short. */
  readonly backtest: BacktestFigures | undefined;
}

/** How the same rule would have done. */
export interface BacktestFigures
  extends Omit<AlertBacktest, 'alerts' | 'losses' | 'definition' | 'warningDaysQuartiles'> {
  readonly from: number;
  readonly to: number;
  readonly looks: number;
  readonly horizonDays: number;
  readonly precision: number;
  readonly precisionInterval: ProportionInterval;
  readonly recall: number;
  readonly recallInterval: ProportionInterval;
  readonly lift: number;
  readonly medianWarningDays: number;
}

/** What alerts are made from. */
export interface AlertSources {
  readonly market: MarketSettings;
  readonly logs: RiskLogs;
  readonly setting: RiskSetting;
  readonly tenures: TenureLog;
  /** As of the day of the report. */
  readonly scores: RiskScores;
}

/** Weekly looks up to the day of the report, each with what was known then. */
export function alertFigures({ market, logs, setting, tenures, scores }: AlertSources): AlertFigures {
  const since = monthBefore(market);
  const looks = Array.from({ length: LOOKS }, (_, place) => daysBefore(market, (LOOKS - 1 - place) * LOOK_DAYS));
  const changes: AlertRow[] = [];
  let state: AlertState = noAlerts;
  for (const at of looks) {
    const seen = at === market.asOf ? scores : scoreRisk(logsAsOf(logs, at), at, setting);
    const step = alertStep(state, seen, [RULE]);
    state = step.state;
    if (at >= since) changes.push(...withReasons(step.alerts, seen));
  }
  changes.sort((one, other) => other.at - one.at || rankOf(other.score) - rankOf(one.score));
  const countOf = (change: Alert['change']): number => changes.filter((row) => row.change === change).length;
  const standing = new Set(state.entries.filter(({ raisedAt }) => raisedAt !== null).map(({ customer }) => customer));
  return {
    rule: { ...RULE, text: RULE_TEXT },
    ...{ since, looks, entered: countOf('entered'), left: countOf('left'), closed: countOf('closed') },
    standing: standing.size,
    changes,
    actions: actionsFor(changes, standing),
    backtest: backtestFigures(market, logs, setting, tenures),
  };
}

/** Every log as it was known at a look. */
export function logsAsOf(logs: RiskLogs, at: number): RiskLogs {
  return Object.fromEntries(Object.entries(logs).map(([name, log]) => [name, logAsOf(log, at)])) as RiskLogs;
}

const rankOf = (score: number): number => (Number.isNaN(score) ? -1 : score);

function withReasons(alerts: readonly Alert[], scores: RiskScores): AlertRow[] {
  const scored = alerts.filter(({ change }) => change !== 'closed').map(({ customer }) => customer);
  const found = riskReasons(scores, { customers: scored, reasons: 1 });
  const reasonOf = new Map(found.map(({ customer, reasons }) => [customer, reasons[0]?.text]));
  return alerts.map(({ customer, change, at, score, raisedAt, mainIndicator }) => ({
    ...{ customer, change, at, score, raisedAt, mainIndicator, reason: reasonOf.get(customer) },
  }));
}

/** What to do about those who were put on alert and still are; who was so twice has one task, the later one. */
function actionsFor(changes: readonly AlertRow[], standing: ReadonlySet<CustomerId>): PlannedAction[] {
  const latest = new Map<CustomerId, AlertRow>();
  for (const row of changes)
    if (row.change === 'entered' && standing.has(row.customer) && !latest.has(row.customer))
      latest.set(row.customer, row);
  const alerts = [...latest.values()].map(({ reason, ...alert }) => ({ ...alert, rule: RULE.name }));
  const { tasks } = playbookTasks(alerts, PLAYBOOK);
  return PLAYBOOK.map(({ action, owner, dueDays }) => ({
    ...{ action, owner, dueDays },
    tasks: tasks.filter((task) => task.action === action),
  }));
}

/** The same looks and the same rule over a year whose horizons are over; losses are lapses. */
function backtestFigures(
  market: MarketSettings,
  logs: RiskLogs,
  setting: RiskSetting,
  tenures: TenureLog,
): BacktestFigures | undefined {
  const { lapseAfter: horizonDays } = setting;
  const looks = backtestLooks(market);
  if (looks.length < FEWEST_LOOKS) return undefined;
  const score = (then: RiskLogs, at: number): RiskScores => scoreRisk(then, at, setting);
  const result = backtestAlerts(logs, { score, rules: [RULE], looks, losses: tenures, horizonDays });
  const { alerts, losses, definition, warningDaysQuartiles, ...counts } = result;
  const { caughtAlerts, falseAlerts, caughtLosses, missedLosses } = counts;
  return {
    ...{ from: looks[0]!, to: looks.at(-1)!, looks: looks.length, horizonDays },
    ...counts,
    precision: alertPrecision(counts),
    precisionInterval: proportionInterval({ successes: caughtAlerts, trials: caughtAlerts + falseAlerts }),
    recall: alertRecall(counts),
    recallInterval: proportionInterval({ successes: caughtLosses, trials: caughtLosses + missedLosses }),
    lift: alertLift(counts),
    medianWarningDays: warningDaysQuartiles[2]!,
  };
}

/**
 * Weekly looks of a year, from when it is known who is a customer. The last is a lapse and a day before the day of the
 * report: a day of change of clocks has 23 hours, and the horizon is of whole ones.
 */
function backtestLooks(market: MarketSettings): number[] {
  const { lapseAfter, dataFrom, timeZone } = market;
  const last = daysBefore(market, Math.ceil(lapseAfter) + 1);
  const known = addPeriods(dataFrom, Math.ceil(lapseAfter), { period: 'day', timeZone });
  const first = Math.max(known, lastYear({ ...market, asOf: last }).now.from);
  const looks: number[] = [];
  for (let at = last; at >= first; at = daysBefore({ ...market, asOf: at }, LOOK_DAYS)) looks.unshift(at);
  return looks;
}
