import { type Figure, type Goal, type GoalReading, goalSeries, goalTarget, type Interval, isInputError } from 'tenure';
import { addPeriods, civilToInstant, periodLabel, periodStart } from 'tenure/time';
import { date } from './format.ts';
import { GOAL_METRICS, type GoalMetric, type GoalSources } from './goalMetrics.ts';
import type { FigureKind } from './headlineFigure.ts';
import type { Market } from './market.ts';
import { ReportError } from './readCsv.ts';
import type { GoalEntry } from './readGoals.ts';
import { type Span, yearBefore } from './spans.ts';

const DAY = 86_400_000;

/** A figure of a goal, and the period that it is of, or that its twelve months end with. */
export interface GoalPoint {
  readonly label: string;
  readonly value: number;
  readonly interval: Interval | undefined;
}

/** A reading of a period that is over. */
export interface GoalRow extends GoalReading, GoalPoint {}

/** How a goal stands in a market. */
export interface GoalFigures {
  readonly name: string;
  readonly metric: string;
  readonly kind: FigureKind;
  readonly over: GoalMetric['over'];
  readonly dueAt: number;
  /** What there was to begin with; undefined where the data do not tell. */
  readonly baseline: GoalPoint | undefined;
  /** NaN where it cannot be told. */
  readonly target: number;
  /** The periods that are over since, up to the first that ends at the due date or after it. */
  readonly readings: readonly GoalRow[];
  /** Change that it takes in the next period; NaN where none is left. */
  readonly requiredPerPeriod: number;
  /** Whether it goes as it should, or went: undefined while nothing is over. */
  readonly standing: GoalReading['onTrack'] | 'reached' | 'missed' | undefined;
  /** Why there is no baseline or no target, in words. */
  readonly problem: string | undefined;
}

/** The goals of a market against what came since. */
export function goalFigures(sources: GoalSources, goals: readonly GoalEntry[]): GoalFigures[] {
  return goals
    .filter(({ market }) => market === undefined || market === sources.market.name)
    .map((goal) => goalFigure(sources, goal));
}

/** Whether a goal is as far as it should be. */
export const isOnTrack = ({ standing }: GoalFigures): boolean => standing === 'yes' || standing === 'reached';

function goalFigure(sources: GoalSources, entry: GoalEntry): GoalFigures {
  const { market } = sources;
  const calendar = { period: market.period, timeZone: market.timeZone };
  const { kind, over, figure } = GOAL_METRICS.get(entry.metric)!;
  const from = civilToInstant(entry.from, { timeZone: market.timeZone });
  if (from > market.asOf) {
    const [today, day] = [market.asOf, from].map((at) => date(at, market.timeZone));
    throw new ReportError(`${entry.place}: "from" must be a day up to that of the report, ${today}, not "${day}"`);
  }
  const dueAt = civilToInstant(entry.due, { timeZone: market.timeZone });
  const start = periodStart(from, calendar);
  const about = { name: entry.name, metric: entry.metric, kind, over, dueAt };
  const spanTo = (to: number): Span => ({
    from: over === 'year' ? yearBefore(to, market.timeZone) : addPeriods(to, -1, calendar),
    to,
  });
  const baseline = figure(sources, spanTo(start));
  const point = baseline && pointOf(baseline, market);
  const none = { target: Number.NaN, readings: [], requiredPerPeriod: Number.NaN, standing: undefined };
  if (baseline === undefined || Number.isNaN(baseline.value))
    return { ...about, ...none, baseline: undefined, problem: 'the data do not tell what there was to begin with' };
  const { name, target, direction } = entry;
  const goal: Goal = { name, baseline, target, dueAt, direction };
  const problem = problemOf(goal);
  if (problem !== undefined) return { ...about, ...none, baseline: point, problem };
  const ends = endsSince(start, dueAt, market);
  const figures = ends.map((to) => figure(sources, spanTo(to))).filter((one) => one !== undefined);
  const readings = goalSeries(goal, figures).readings.map((reading, own) => ({
    ...reading,
    ...pointOf(figures[own]!, market),
  }));
  const last = readings.at(-1);
  return {
    ...about,
    ...{ baseline: point, target: goalTarget(goal), readings },
    requiredPerPeriod: last === undefined ? Number.NaN : requiredIn(last, market),
    standing: last && standingOf(last),
    problem: undefined,
  };
}

/** Why a goal cannot be held against its baseline: only figures say whether a value is a step back from it. */
function problemOf(goal: Goal): string | undefined {
  try {
    goalTarget(goal);
    return undefined;
  } catch (error) {
    if (!isInputError(error)) throw error;
    if (error.code === 'above-limit' || error.code === 'below-limit')
      return 'it was better than the target to begin with';
    if (error.code === 'not-a-quantity') return 'it was 0 to begin with, and no share of that is anything';
    throw error;
  }
}

/** Ends of the periods that are over since an instant, up to the first at the due date or after it. */
function endsSince(start: number, dueAt: number, { asOf, period, timeZone }: Market): number[] {
  const ends: number[] = [];
  for (let count = 1; (ends.at(-1) ?? start) < dueAt; count++) {
    const end = addPeriods(start, count, { period, timeZone });
    if (end > asOf) break;
    ends.push(end);
  }
  return ends;
}

/** A figure by the period that ends with it. */
function pointOf({ value, at, interval }: Figure, { period, timeZone }: Market): GoalPoint {
  const start = addPeriods(at, -1, { period, timeZone });
  return { label: periodLabel(start, { period, timeZone }), value, interval };
}

/** What the required pace comes to in the period after a reading, or in what is left of it until the due date. */
function requiredIn({ at, requiredPace, daysLeft }: GoalReading, { period, timeZone }: Market): number {
  const days = (addPeriods(at, 1, { period, timeZone }) - at) / DAY;
  return requiredPace * Math.min(days, daysLeft);
}

function standingOf({ outcome, onTrack, daysLeft }: GoalReading): GoalFigures['standing'] {
  return daysLeft <= 0 && outcome !== 'open' ? outcome : onTrack;
}
