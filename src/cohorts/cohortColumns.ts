import type { PeriodOptions } from '../time/types.ts';

/** Periods of the calendar, or blocks of time since each customer's own start. */
export type CohortClock = 'calendar' | 'elapsed';

/** What rates divide by: the cohort's members, or those of them who were retained in the column before. */
export type CohortBase = 'cohort' | 'previousPeriod';

/** Periods that share a column, counted from the one in which the members came. */
export interface Bracket {
  /** The first, at least 1. */
  readonly first: number;
  /** The last, itself included. */
  readonly last: number;
}

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
