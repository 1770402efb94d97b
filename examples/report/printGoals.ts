import type { MarketReport } from './analyse.ts';
import { type GoalFigures, type GoalRow, isOnTrack } from './analyseGoals.ts';
import { date, range, UNKNOWN } from './format.ts';
import { WRITTEN } from './headlineCells.ts';
import type { MarketSettings } from './market.ts';
import type { Paint } from './paint.ts';
import { left, paragraph, right, textTable } from './textTable.ts';

/** How far a market has come with what it is to reach. */
export function printGoals({ market, goals }: MarketReport, paint: Paint): string[] {
  if (goals.length === 0) return [];
  const columns = [
    left('due'),
    right('baseline'),
    right('target'),
    right('now'),
    right('95 % interval'),
    right('expected'),
    right('progress'),
    left('on track'),
    right(`next ${market.period}`),
  ];
  const rows = goals.map((goal) => goalCells(goal, market, paint));
  const [titles, rule, ...lines] = textTable(columns, rows).split('\n');
  const parts = goals.map((goal, place) => [nameLine(goal, market, paint), lines[place]!, pointLine(goal)].join('\n'));
  return [
    `${paint('bold', 'Goals')} (expected: by a straight pace from the baseline to the due date)`,
    [titles, rule, ...parts].join('\n'),
    `next ${market.period}: the change that it takes then; unclear: the interval holds what is expected`,
  ];
}

function nameLine({ name, metric, over }: GoalFigures, { period }: MarketSettings, paint: Paint): string {
  const span = over === 'period' ? `by ${period}` : `of twelve months, at the end of each ${period}`;
  return paragraph(`${paint('bold', name)}: ${metric} ${span}`, 2);
}

function goalCells(goal: GoalFigures, { timeZone }: MarketSettings, paint: Paint): string[] {
  const [write, end, change] = WRITTEN[goal.kind];
  const last = goal.readings.at(-1);
  const known = (text: (row: GoalRow) => string): string => (last === undefined ? UNKNOWN : text(last));
  return [
    date(goal.dueAt, timeZone),
    goal.baseline === undefined ? UNKNOWN : write(goal.baseline.value),
    write(goal.target),
    known(({ value }) => write(value)),
    known(({ interval }) => (interval === undefined ? UNKNOWN : range(interval, end))),
    known(({ expectedValue }) => write(expectedValue)),
    known(({ progress }) => (Number.isNaN(progress) ? UNKNOWN : `${Math.round(progress * 100)} %`)),
    standingText(goal, paint),
    last?.outcome === 'reached' ? 'none' : change(goal.requiredPerPeriod),
  ];
}

function standingText(goal: GoalFigures, paint: Paint): string {
  const { standing } = goal;
  if (standing === undefined) return UNKNOWN;
  if (isOnTrack(goal)) return paint('good', standing);
  return standing === 'no' || standing === 'missed' ? paint('bad', standing) : standing;
}

/** Baseline and what came since, as one line; or why there is nothing to show. */
function pointLine({ kind, baseline, readings, problem }: GoalFigures): string {
  const [write] = WRITTEN[kind];
  const points = [...(baseline === undefined ? [] : [baseline]), ...readings];
  const series = points.map(({ label, value }, place) => `${label} ${write(value)}${place === 0 ? ' (baseline)' : ''}`);
  const reason = problem ?? (readings.length === 0 ? 'nothing is over yet since then' : undefined);
  return `  ${paragraph([...series, ...(reason === undefined ? [] : [reason])].join(', '), 2)}`;
}
