import { checkFunction, checkInstant, checkOptions, checkPositive, checkRecord } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { Instant } from '../core/types.ts';
import { checkEventLog, checkTenureLog } from '../log/checkLog.ts';
import { cutLog } from '../log/cutLog.ts';
import type { EventLog, TenureLog } from '../log/types.ts';
import { quantileSorted } from '../numeric/quantile.ts';
import { readAlertState } from './alertEntries.ts';
import { type Aftermath, aftermathOf, type BaseCounts, countBase, judgeAlert, lossesBetween } from './alertOutcomes.ts';
import { readAlertRules } from './alertRules.ts';
import { assessedBy, checkAlertScores } from './alertScores.ts';
import type { AlertRuleDefinition, AlertState } from './alertTypes.ts';
import type { AlertBacktest, AlertOutcome, BacktestAlert, BacktestOptions, NamedLogs } from './backtestTypes.ts';
import { noAlerts } from './noAlerts.ts';
import { stepAlerts } from './stepAlerts.ts';
import type { RiskScores } from './types.ts';

const METRIC = 'backtestAlerts';
const QUARTILES = [0, 0.25, 0.5, 0.75, 1];

/**
 * How a set of alert rules would have done on the past: who of the customers put on alert was then lost, which losses were
 * announced, and how long before.
 *
 * At each look every log is cut to what was known then, as `logAsOf` cuts it, and scored; the alerts of `alertStep` are set
 * against the losses that followed. Nothing from after a look can get into its scores, unless `score` has other data than it is
 * given, or the logs hold what they do not date.
 *
 * An alert is right where the customer is lost less than `horizonDays` after it was entered. One that still stands at a
 * loss later than that was false, and the loss was missed. Alerts whose horizon is not over by `losses.asOf` are counted
 * apart. Where several rules alert to one customer each alert counts.
 *
 * @param logs - event and tenure logs by names of your own; each must tell up to the last look
 * @param options - scores, rules, looks, losses and horizon
 * @returns the tally, with each alert and each loss; `alertPrecision`, `alertRecall` and `alertLift` take it as it is
 * @undefinedWhen no loss was caught (the days of warning are NaN)
 * @throws InputError `not-a-record`, `not-rows`, `not-a-log`, `after-as-of`, `not-a-function`, `not-an-instant`,
 * `below-limit` (a look not after the one before), `unlike-definitions` (scores as of another instant than the look), and
 * what `alertStep` refuses of scores and rules; what `score` throws
 * @complexity the looks, times the rows of the logs and the customers
 * @example
 * const day = 86_400_000;
 * const orders = eventLogFromColumns({
 *   customer: ['ada', 'ada', 'ada', 'bob', 'bob', 'bob'],
 *   at: [0, 10 * day, 20 * day, 0, 10 * day, 20 * day],
 * });
 * const losses = tenureLogFromColumns({ customer: ['ada', 'bob'], from: [0, 0], to: [60 * day, null] }, { asOf: 120 * day });
 * const backtest = backtestAlerts({ orders }, {
 *   score: (then, asOf) => riskScores([purchaseLateness(then.orders, { asOf })]),
 *   rules: [{ name: 'late', enterAt: 0.5, leaveAt: 0.3 }],
 *   looks: [30 * day, 45 * day, 60 * day],
 *   losses,
 *   horizonDays: 30,
 * });
 * [backtest.caughtAlerts, backtest.falseAlerts, backtest.missedLosses] // [1, 1, 0]
 * backtest.losses.warningDays // [15]
 * alertPrecision(backtest) // 0.5
 */
export function backtestAlerts<Logs extends NamedLogs>(logs: Logs, options: BacktestOptions<Logs>): AlertBacktest {
  checkLogs(logs);
  checkOptions(METRIC, options, ['score', 'rules', 'looks', 'losses', 'horizonDays']);
  const { losses, horizonDays } = options;
  checkFunction(METRIC, 'score', options.score);
  const rules = readAlertRules(METRIC, options.rules);
  checkTenureLog(METRIC, losses, ['losses']);
  const looks = readLooks(options.looks, [...Object.entries(logs), ['losses', losses]]);
  checkPositive(METRIC, 'horizonDays', horizonDays);
  const aftermath = aftermathOf(METRIC, losses, horizonDays);
  const { alerts, base } = takeLooks(logs, options.score, { looks, rules, aftermath });
  const lossRows = lossesBetween(aftermath, looks[0]!, looks.at(-1)!);
  const caught = lossRows.warningDays.filter((days) => !Number.isNaN(days)).sort();
  const withOutcome = (outcome: AlertOutcome): number => alerts.filter((alert) => alert.outcome === outcome).length;
  return {
    caughtAlerts: withOutcome('caught'),
    falseAlerts: withOutcome('false'),
    caughtEarlyAlerts: withOutcome('caughtEarly'),
    pendingAlerts: withOutcome('pending'),
    otherAlerts: withOutcome('other'),
    caughtLosses: caught.length,
    missedLosses: lossRows.customers.length - caught.length,
    ...base,
    warningDaysQuartiles: QUARTILES.map((p) => quantileSorted(caught, p)),
    alerts,
    losses: lossRows,
    definition: { looks, rules, horizonDays, asOf: losses.asOf },
  };
}

interface Looks {
  readonly looks: readonly number[];
  readonly rules: readonly AlertRuleDefinition[];
  readonly aftermath: Aftermath;
}

/** Takes one look after the other, with what was known then, and sets what it leads to against what came after. */
function takeLooks<Logs extends NamedLogs>(
  logs: Logs,
  score: BacktestOptions<Logs>['score'],
  { looks, rules, aftermath }: Looks,
): { readonly alerts: readonly BacktestAlert[]; readonly base: BaseCounts } {
  const alerts: BacktestAlert[] = [];
  const base = { baseCustomers: 0, baseLosses: 0, unassessedCustomers: 0, unassessedLosses: 0 };
  let state: AlertState = noAlerts;
  for (const at of looks) {
    const scores = score(cutLogs(logs, at), at);
    checkScoresOf(scores, at);
    const look = stepAlerts(METRIC, readAlertState(METRIC, state), scores, rules);
    state = { asOf: at, entries: look.entries };
    for (const alert of look.alerts) if (alert.change === 'entered') alerts.push(judgeAlert(aftermath, alert));
    countBase(base, aftermath, scores.customers, assessedBy(METRIC, scores, rules), at);
  }
  return { alerts, base };
}

function cutLogs<Logs extends NamedLogs>(logs: Logs, asOf: number): Logs {
  return Object.fromEntries(Object.entries(logs).map(([name, log]) => [name, cutLog(METRIC, log, asOf)])) as Logs;
}

function checkScoresOf(scores: RiskScores, at: number): void {
  const asOf = checkAlertScores(METRIC, scores);
  if (asOf === at) return;
  const rule = `the instant of the look (${new Date(at).toISOString()})`;
  refuse('unlike-definitions', METRIC, ['scores', 'definition', 'asOf'], rule, new Date(asOf));
}

function checkLogs(logs: NamedLogs): void {
  checkRecord(METRIC, 'logs', logs);
  const entries = Object.entries(logs);
  if (entries.length === 0) refuse('not-rows', METRIC, ['logs'], 'an object of at least one log', logs);
  for (const [name, log] of entries)
    if (log?.kind === 'tenures') checkTenureLog(METRIC, log, ['logs', name]);
    else checkEventLog(METRIC, log, ['logs', name]);
}

/** Refuses looks that do not go forward, or go beyond what a log tells, and gives them as milliseconds. */
function readLooks(looks: readonly Instant[], logs: readonly (readonly [string, EventLog | TenureLog])[]): number[] {
  if (!Array.isArray(looks) || looks.length === 0)
    refuse('not-rows', METRIC, ['looks'], 'an array of at least one instant', looks);
  const read = Array.from(looks as readonly Instant[], (look, place) => checkInstant(METRIC, `looks[${place}]`, look));
  read.forEach((at, place) => {
    if (place > 0 && at <= read[place - 1]!)
      refuse('below-limit', METRIC, ['looks', place], 'after the look before', new Date(at));
  });
  for (const [name, log] of logs) {
    if (log.kind === 'events' || read.at(-1)! <= log.asOf) continue;
    const rule = `at or before the "asOf" of "${name}" (${new Date(log.asOf).toISOString()})`;
    refuse('after-as-of', METRIC, ['looks', read.length - 1], rule, new Date(read.at(-1)!));
  }
  return read;
}
