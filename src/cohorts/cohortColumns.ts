import { checkLeast, checkOneOf, checkOptions } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { checkCalendar } from '../time/checkCalendar.ts';
import type { Calendar, Period, PeriodOptions } from '../time/types.ts';
import { type Bracket, readBrackets } from './brackets.ts';
import type { CohortMatch } from './cohortRules.ts';

/** Periods of the calendar, or blocks of time since each customer's own start. */
export type CohortClock = 'calendar' | 'elapsed';

/** What rates divide by: the cohort's members, or those of them who were retained in the column before. */
export type CohortBase = 'cohort' | 'previousPeriod';

/** What the columns of a cohort table are. */
export interface CohortColumnOptions {
  /**
   * `'calendar'` unless told. `'elapsed'`: column k is the k-th block of time from the instant at which the customer came,
   * 24 hours for a day, 7 days for a week, 30 days for a month.
   */
  readonly clock?: CohortClock;
  /** The periods that columns count, where they are not those of the cohorts: weekly cohorts by daily columns. */
  readonly columns?: Omit<PeriodOptions, 'timeZone'>;
  /** With the elapsed clock: the starts of customers are cut to the full hour (of UTC) before blocks are counted. */
  readonly floorTo?: 'hour';
  /**
   * Periods that share a column, retained in any of them being retained in it: how many each takes, from period 1 on, or
   * the first and last of each.
   */
  readonly brackets?: readonly number[] | readonly Bracket[];
  /** The last period that has a column, at least 1; as far as `asOf` goes unless told. */
  readonly lastPeriod?: number;
  /** `'cohort'` unless told. `'previousPeriod'`: of those retained in the column before, as many as are in this one. */
  readonly base?: CohortBase;
}

/** The columns as a definition states them: with what was not told filled in. */
export interface CohortColumnDefinition {
  /** Whether columns are periods of the calendar, or blocks of time elapsed since each customer's own start. */
  readonly clock: CohortClock;
  /** The periods that columns count; of the elapsed clock only their length is used. */
  readonly columns: Calendar;
  /** How long an elapsed block is, in milliseconds; undefined by the calendar. */
  readonly blockLength: number | undefined;
  /** What starts are cut to before blocks are counted from them; undefined for nothing. */
  readonly floorTo: 'hour' | undefined;
  /** The groups of periods that make columns, but for period 0; undefined where each period is one. */
  readonly brackets: readonly Bracket[] | undefined;
  /** The last period that has a column; undefined for all. */
  readonly lastPeriod: number | undefined;
  /** What rates divide by. */
  readonly base: CohortBase;
}

/** The names of these options. */
export const COLUMN_OPTIONS = ['clock', 'columns', 'floorTo', 'brackets', 'lastPeriod', 'base'] as const;

const HOUR = 36e5;

/** The periods that have a length by the elapsed clock, in hours: months have 30 days, as they have elsewhere. */
const BLOCK_HOURS: Partial<Readonly<Record<Period, number>>> = { hour: 1, day: 24, week: 168, month: 720 };

/** Refuses columns that are wrong, and fills in what was not told. */
export function readColumns(
  metric: string,
  options: CohortColumnOptions,
  calendar: Calendar,
  match: CohortMatch,
): CohortColumnDefinition {
  const { clock = 'calendar', floorTo, lastPeriod, base = 'cohort' } = options;
  checkOneOf(metric, 'clock', clock, ['calendar', 'elapsed']);
  checkOneOf(metric, 'base', base, ['cohort', 'previousPeriod']);
  if (lastPeriod !== undefined) checkLeast(metric, 'lastPeriod', lastPeriod, 1);
  if (floorTo !== undefined) {
    checkOneOf(metric, 'floorTo', floorTo, ['hour']);
    if (clock === 'calendar') refuse('not-an-option', metric, ['floorTo'], 'left out by the calendar', floorTo);
  }
  const columns = readColumnPeriod(metric, options, calendar, clock);
  const brackets = readBrackets(metric, options, match);
  return { clock, columns, blockLength: blockLength(metric, clock, columns), floorTo, brackets, lastPeriod, base };
}

function readColumnPeriod(
  metric: string,
  { columns }: CohortColumnOptions,
  calendar: Calendar,
  clock: CohortClock,
): Calendar {
  if (columns === undefined) return calendar;
  checkOptions(metric, columns, ['period', 'weekStartsOn', 'every', 'anchor', 'fiscal'], 'columns');
  const { timeZone, weekStartsOn } = calendar;
  const told = { weekStartsOn, ...columns, timeZone } as PeriodOptions;
  if (clock === 'calendar') return checkCalendar(metric, told);
  if (told.anchor !== undefined)
    refuse('not-an-option', metric, ['columns', 'anchor'], 'left out by the elapsed clock', told.anchor);
  const isOne = told.every === undefined || told.every === 1;
  const { anchor: _, ...block } = checkCalendar(metric, isOne ? told : { ...told, anchor: 0 });
  return block;
}

function blockLength(metric: string, clock: CohortClock, { period, every = 1 }: Calendar): number | undefined {
  if (clock === 'calendar') return undefined;
  const hours = BLOCK_HOURS[period];
  if (hours !== undefined) return hours * HOUR * every;
  const rule = "'calendar' where columns are no hours, days, weeks or months";
  refuse('not-an-option', metric, ['clock'], rule, `'elapsed' with '${period}'`);
}
