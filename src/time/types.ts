import type { Instant } from '../core/types.ts';

/** The periods of the common calendar, whole days all of them. */
export type CalendarPeriod = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** The periods of a fiscal calendar, whole weeks all of them. */
export type FiscalPeriod = 'fiscalMonth' | 'fiscalQuarter' | 'fiscalYear';

/** How long a period is, by the clock on the wall. */
export type Period = 'hour' | CalendarPeriod | FiscalPeriod;

/** A day of the week. */
export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

/** Whose clock on the wall is read. */
export interface TimeZoneOptions {
  /** Name of an IANA time zone, such as `'Europe/Paris'`; `'UTC'` unless told, never the host's. */
  readonly timeZone?: string;
}

/** Whose days, and which weeks. */
export interface CalendarOptions extends TimeZoneOptions {
  /** The day that weeks start on; `'monday'` unless told. */
  readonly weekStartsOn?: Weekday;
}

/** A fiscal calendar of whole weeks: years of 52 or 53 weeks, in quarters of three months of four or five weeks. */
export interface FiscalCalendar {
  /** The weeks of a quarter's three months. The 53rd week of a long year belongs to its last month. */
  readonly pattern: '4-4-5' | '4-5-4' | '5-4-4';
  /** The day of the week that weeks, and so months and years, end on. */
  readonly endsOn: Weekday;
  /** The end of the year. */
  readonly yearEnd: {
    /** The month, 1 to 12. */
    readonly month: number;
    /** The last such day within the month, or the one nearest to its last day. */
    readonly rule: 'last' | 'nearest';
  };
  /**
   * The calendar year that names a fiscal year: the one of its first month, `'start'`, or of its last, `'end'`. The last
   * is `yearEnd.month`, the first the month after it, whichever days the year begins and ends on.
   */
  readonly namedBy: 'start' | 'end';
}

/** A calendar and the length of its periods. */
export interface PeriodOptions extends CalendarOptions {
  /** How long a period is. */
  readonly period: Period;
  /** How many days, weeks, months, quarters or years make one period: a whole number up to 10000; 1 unless told. */
  readonly every?: number;
  /** An instant in a day, week, … that begins one of the periods: needed where `every` is above 1, and only there. */
  readonly anchor?: Instant;
  /** The fiscal calendar: needed for fiscal periods, and only there. */
  readonly fiscal?: FiscalCalendar;
}

/** The definition that a period rests on, as plain data with all defaults filled in. */
export interface Calendar {
  /** How long a period is. */
  readonly period: Period;
  /** Name of the IANA time zone, as it was given. */
  readonly timeZone: string;
  /** The day that weeks start on, whatever the period; fiscal ones start after their `endsOn`. */
  readonly weekStartsOn: Weekday;
  /** How many of them make one, where that is more than one. */
  readonly every?: number;
  /** Where `every` is there: an instant in the first of those that make one, in epoch milliseconds. */
  readonly anchor?: number;
  /** The fiscal calendar of fiscal periods. */
  readonly fiscal?: FiscalCalendar;
}

/** A calendar and the time that an index is to cover. */
export interface PeriodIndexOptions extends PeriodOptions {
  /** An instant in the first period. */
  readonly from: Instant;
  /** The first instant after those to be covered. */
  readonly to: Instant;
}

/** Consecutive periods, laid out so that `periodAt` finds the one that holds an instant in a few nanoseconds. */
export interface PeriodIndex extends Calendar {
  /** How many periods there are. */
  readonly count: number;
  /** The start of each period and the end of the last, `count` + 1 instants in milliseconds, ascending. */
  readonly boundaries: Float64Array;
  /** For each cell of equal width from the first boundary on, the last period that starts at or before the cell. */
  readonly cells: Int32Array;
  /** Width of a cell, in milliseconds. */
  readonly cellWidth: number;
}

/** What a calendar and a clock on the wall show at one moment. */
export interface CivilTime {
  /** The year; 0 is the year before 1. */
  readonly year: number;
  /** The month, 1 to 12. */
  readonly month: number;
  /** The day of the month, from 1. */
  readonly day: number;
  /** The hour, 0 to 23; 0 unless told. */
  readonly hour?: number;
  /** The minute, 0 to 59; 0 unless told. */
  readonly minute?: number;
  /** The second, 0 to 59; 0 unless told. */
  readonly second?: number;
  /** The millisecond, 0 to 999; 0 unless told. */
  readonly millisecond?: number;
}
