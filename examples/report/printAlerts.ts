import type { MarketReport } from './analyse.ts';
import type { AlertFigures, AlertRow, BacktestFigures, PlannedAction } from './analyseAlerts.ts';
import { count, counted, date, decimal, idText, percentRange, tenths } from './format.ts';
import type { Paint } from './paint.ts';
import { left, paragraph, right, SCREEN_WIDTH, textTable, wrap } from './textTable.ts';

/** Longer lists are cut; the JSON has all of them. */
const SHOWN = 15;

/** Who was put on alert lately, what to do about it, and what such alerts were worth. */
export function printAlerts({ market, alerts }: MarketReport, paint: Paint): string[] {
  const day = (at: number): string => date(at, market.timeZone);
  const { entered, left: over, closed, standing } = alerts;
  return [
    `${paint('bold', `Alerts since ${day(alerts.since)}`)} (${alerts.rule.text})`,
    `${count(entered)} entered, ${count(over)} left, ${count(closed)} closed (customers no more); ` +
      `${count(standing)} on alert now.`,
    ...changeTable(alerts, day),
    ...actionTable(alerts.actions, paint),
    '',
    backtestText(alerts.backtest, market.lapseAfter, day, paint),
  ];
}

type Day = (at: number) => string;

function changeTable({ changes }: AlertFigures, day: Day): string[] {
  if (changes.length === 0) return [];
  const columns = [left('date'), left('change'), left('customer'), right('score'), left('main reason')];
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

function reasonOf({ change, raisedAt, reason }: AlertRow, day: Day): string {
  if (change === 'entered') return reason ?? '';
  const on = `on alert since ${day(raisedAt)}`;
  return change === 'closed' || reason === undefined ? on : `${on}; left: ${reason}`;
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

function backtestText(backtest: BacktestFigures | undefined, lapseAfter: number, day: Day, paint: Paint): string {
  const title = paint('bold', 'Tried on the past');
  if (backtest === undefined) return `${title}: the data are too short for it.`;
  return paragraph(`${title}: ${[looksText(backtest, day), ...outcomeTexts(backtest), caveat(lapseAfter)].join(' ')}`);
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
      : `Of 10 lost ${tenths(10 * backtest.recall)} had an alert before (${count(caughtLosses)} of ${count(losses)}), ` +
        `half of them ${count(backtest.medianWarningDays)} days before or more.`,
  ];
}

function caveat(lapseAfter: number): string {
  return (
    `Lost means ${lapseAfter} days without an order, and silence is half of the score: ` +
    'part of this is so by definition.'
  );
}
