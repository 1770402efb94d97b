import { checkOneOf, checkOptions } from '../core/checks.ts';
import type { Calendar, Period, PeriodOptions, Weekday } from './types.ts';

const PERIODS: readonly Period[] = ['day', 'week', 'month', 'quarter', 'year'];
const WEEKDAYS: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const CALENDAR_KEYS = ['period', 'timeZone', 'weekStartsOn'];

/**
 * Checks a calendar but for its zone, which `zoneClock` asks `Intl` for, and fills in the defaults. `otherKeys` are the
 * options of the caller's own.
 */
export function readCalendar(metric: string, options: PeriodOptions, otherKeys: readonly string[]): Calendar {
  checkOptions(metric, options, [...CALENDAR_KEYS, ...otherKeys]);
  const { period, timeZone = 'UTC', weekStartsOn = 'monday' } = options;
  checkOneOf(metric, 'period', period, PERIODS);
  checkOneOf(metric, 'weekStartsOn', weekStartsOn, WEEKDAYS);
  return { period, timeZone, weekStartsOn };
}
