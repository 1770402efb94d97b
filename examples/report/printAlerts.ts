import type { MarketReport } from './analyse.ts';
import type { AlertFigures, AlertRow, PlannedAction } from './analyseAlerts.ts';
import type { BacktestFigures } from './analyseBacktest.ts';
import { count, counted, date, decimal, idText, percentRange, tenths } from './format.ts';
import type { Paint } from './paint.ts';
import { LOOK_DAYS, type RiskSign } from './riskModel.ts';
import { left, paragraph, right, SCREEN_WIDTH, textTable, wrap } from './textTable.ts';

/** Longer lists are cut; the JSON has all of them. */
const SHOWN = 15;

/** A lapse of fewer weekly looks than these leaves no time for two in a row and for anything to be done. */
const FEWEST_LOOKS = 4;

/** Who was put on alert lately, what to do about it, and what such alerts were worth. */
export function printAlerts({ market, alerts, backtest, risk }: MarketReport, paint: Paint): string[] {
  const day = (at: number): string => date(at, market.timeZone);
  const { entered, left: over, closed, standing } = alerts;
  return [
    `${paint('bold', `Alerts since ${day(alerts.since)}`)}`,
    paragraph(`${alerts.rule.text}.`),
    `${count(entered)} entered, ${count(over)} left, ${count(closed)} closed (lost while on alert); ` +
      `${count(standing)} on alert now.`,
    ...(market.lapseAfter < FEWEST_LOOKS * LOOK_DAYS
      ? [
          `With a lapse of ${counted(market.lapseAfter, 'day')} weekly looks come late: many are lost between two of them.`,
        ]
      : []),
    ...changeTable(alerts, day),
    ...actionTable(alerts.actions, paint),
    '',
    backtestText(backtest, caveat(market.lapseAfter, risk.signs), day, paint),
  ];
}

type Day = (at: number) => string;

function changeTable({ changes }: AlertFigures, day: Day): string[] {
  if (changes.length === 0) return [];
  const columns = [left('date'), left('change'), left('customer'), right('score'), left('main reason when it began')];
  const inOrder = (['entered', 'left', 'closed'] as const).flatMap((kind) => shownOf(changes, kind, day));
  return ['', textTable(columns, inOrder)];
}

/** The rows of one kind of change, cut; a long reason goes on in the lines below. */
function shownOf(changes: readonly AlertRow[], kind: AlertRow['change'], day: Day): string[][] {
  const own = changes.filter(({ change }) => change === kind);
  const idWidth = Math.max(8, ...changes.map(({ customer }) => idText(customer).length));
  const room = SCREEN_WIDTH - (10 + 2 + 7 + 2 + idWidth + 2 + 5 + 2);
  const rows = own.slice(0, SHOWN).flatMap((row) => {
    const [first = '', ...rest] = wrap(reasonOf(row, day), room);
    const cells = [day(row.at), kind, idText(row.customer), decimal(row.score), first];
    return [cells, ...rest.map((line) => ['', '', '', '', line])];
  });
  return own.length > SHOWN ? [...rows, ['', '', '', '', `and ${count(own.length - SHOWN)} more ${kind}`]] : rows;
}

/** Of who is lost it no longer matters why they were on alert; the JSON has it. */
function reasonOf({ change, raisedAt, reason = '' }: AlertRow, day: Day): string {
  if (change === 'entered') return reason;
  return change === 'left' ? `since ${day(raisedAt)}: ${reason}` : `since ${day(raisedAt)}`;
}

function actionTable(actions: readonly PlannedAction[], paint: Paint): string[] {
  const due = actions.filter(({ tasks }) => tasks.length > 0);
  if (due.length === 0) return [];
  const rows = due.map(({ action, owner, dueDays, tasks }) => [
    action,
    owner,
    `within ${counted(dueDays, 'day')}`,
    count(tasks.length),
  ]);
  return [
    '',
    `${paint('bold', 'To do')} about those who entered and are still on alert`,
    textTable([left('action'), left('owner'), left('due'), right('customers')], rows),
  ];
}

function backtestText(backtest: BacktestFigures | undefined, caution: string, day: Day, paint: Paint): string {
  const title = paint('bold', 'Tried on the past');
  if (backtest === undefined) return `${title}: the data are too short for it.`;
  return paragraph(`${title}: ${[looksText(backtest, day), ...outcomeTexts(backtest), caution].join(' ')}`);
}

function looksText({ looks, from, to }: BacktestFigures, day: Day): string {
  return `${count(looks)} weekly looks from ${day(from)} to ${day(to)}, each with what was known then.`;
}

function outcomeTexts(backtest: BacktestFigures): string[] {
  const { caughtAlerts, falseAlerts, caughtLosses, missedLosses, horizonDays, lift } = backtest;
  const alerts = caughtAlerts + falseAlerts;
  const losses = caughtLosses + missedLosses;
  if (alerts === 0) return [`No alert, and ${counted(losses, 'customer')} lost.`];
  const right = `${count(caughtAlerts)} of ${count(alerts)}, 95 % interval ${percentRange(backtest.precisionInterval)}`;
  return [
    `Of 10 alerts ${tenths(10 * backtest.precision)} were about somebody lost within ${horizonDays} days (${right}); ` +
      `of 10 customers picked at random it would have been ${tenths((10 * backtest.precision) / lift)}.`,
    losses === 0
      ? 'Nobody was lost.'
      : `Of 10 lost ${tenths(10 * backtest.recall)} had an alert before (${count(caughtLosses)} of ${count(losses)})` +
        (caughtLosses === 0
          ? '.'
          : `, half of them ${counted(Math.round(backtest.medianWarningDays), 'day')} before or more.`),
  ];
}

/** A loss is silence, and silence raises the score: how much of it says how far the figures speak for themselves. */
function caveat(lapseAfter: number, signs: readonly RiskSign[]): string {
  const total = signs.reduce((sum, { weight }) => sum + weight, 0);
  const silent = signs.filter(({ isSilence }) => isSilence).reduce((sum, { weight }) => sum + weight, 0);
  return (
    `Lost means ${lapseAfter} days without an order, and silence is ${Math.round((100 * silent) / total)} % of the ` +
    'weights: part of this is so by definition.'
  );
}
