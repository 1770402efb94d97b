import {
  type Alert,
  type AlertState,
  alertStep,
  type CustomerId,
  noAlerts,
  type PlaybookTask,
  playbookTasks,
  type RiskScores,
  riskReasons,
} from 'tenure';
import type { MarketSettings } from './market.ts';
import { logsAsOf, type RiskLogs } from './riskLogs.ts';
import { LOOK_DAYS, PLAYBOOK, RULE, RULE_TEXT } from './riskModel.ts';
import { riskWords } from './riskWords.ts';
import { type RiskSetting, scoreRisk } from './scoreRisk.ts';
import { daysBefore, monthBefore } from './spans.ts';

/** Looks up to the day of the report: a quarter of a year. */
const LOOKS = 13;

/** Something that changed for a customer, and why. */
export interface AlertRow extends Pick<Alert, 'customer' | 'change' | 'at' | 'score' | 'raisedAt' | 'mainIndicator'> {
  /** What added most to the score when the alert began, in words. */
  readonly reason: string | undefined;
}

/** What is to be done, and about whom. */
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
}

/** What alerts are made from. */
export interface AlertSources {
  readonly market: MarketSettings;
  readonly logs: RiskLogs;
  readonly setting: RiskSetting;
  /** As of the day of the report. */
  readonly scores: RiskScores;
}

/** Weekly looks up to the day of the report, each with what was known then. */
export function alertFigures({ market, logs, setting, scores }: AlertSources): AlertFigures {
  const since = monthBefore(market);
  const looks = Array.from({ length: LOOKS }, (_, place) => daysBefore(market, (LOOKS - 1 - place) * LOOK_DAYS));
  const changes: AlertRow[] = [];
  const reasons = new Map<CustomerId, string | undefined>();
  let state: AlertState = noAlerts;
  for (const at of looks) {
    const seen = at === market.asOf ? scores : scoreRisk(logsAsOf(logs, at), at, setting);
    const step = alertStep(state, seen, [RULE]);
    state = step.state;
    rememberReasons(reasons, step.alerts, seen);
    if (at >= since) changes.push(...step.alerts.map((alert) => alertRow(alert, reasons.get(alert.customer))));
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
  };
}

const rankOf = (score: number): number => (Number.isNaN(score) ? -1 : score);

/** The first of the looks remembers no alert, so that each one begins at a look of these and has its reason here. */
function rememberReasons(
  reasons: Map<CustomerId, string | undefined>,
  alerts: readonly Alert[],
  scores: RiskScores,
): void {
  const customers = alerts.filter(({ change }) => change === 'entered').map(({ customer }) => customer);
  for (const own of riskReasons(scores, { customers, reasons: 1, format: riskWords }))
    reasons.set(own.customer, own.reasons[0]?.text);
}

function alertRow(
  { customer, change, at, score, raisedAt, mainIndicator }: Alert,
  reason: string | undefined,
): AlertRow {
  return { customer, change, at, score, raisedAt, mainIndicator, reason };
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
    tasks: tasks.filter((task) => task.action === action && task.owner === owner),
  }));
}
