// The only file that asks date-fns for boundaries. A civil time is the milliseconds at which a clock of UTC would show it.
// One file a function, since the root of date-fns loads all three hundred.
import { addDays } from 'date-fns/addDays';
import { addMonths } from 'date-fns/addMonths';
import { addQuarters } from 'date-fns/addQuarters';
import { addWeeks } from 'date-fns/addWeeks';
import { addYears } from 'date-fns/addYears';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { differenceInCalendarMonths } from 'date-fns/differenceInCalendarMonths';
import { differenceInCalendarQuarters } from 'date-fns/differenceInCalendarQuarters';
import { differenceInCalendarWeeks } from 'date-fns/differenceInCalendarWeeks';
import { differenceInCalendarYears } from 'date-fns/differenceInCalendarYears';
import { startOfDay } from 'date-fns/startOfDay';
import { startOfMonth } from 'date-fns/startOfMonth';
import { startOfQuarter } from 'date-fns/startOfQuarter';
import { startOfWeek } from 'date-fns/startOfWeek';
import { startOfYear } from 'date-fns/startOfYear';
import type { Calendar, Weekday } from './types.ts';
import { utcContext } from './utcContext.ts';

const ARITHMETIC = {
  day: { startOf: startOfDay, add: addDays, between: differenceInCalendarDays },
  week: { startOf: startOfWeek, add: addWeeks, between: differenceInCalendarWeeks },
  month: { startOf: startOfMonth, add: addMonths, between: differenceInCalendarMonths },
  quarter: { startOf: startOfQuarter, add: addQuarters, between: differenceInCalendarQuarters },
  year: { startOf: startOfYear, add: addYears, between: differenceInCalendarYears },
} as const;

const DAY_NUMBERS = { sunday: 0, monday: 1, tuesday: 2, wednesday: 3, thursday: 4, friday: 5, saturday: 6 } as const;

function settings(weekStartsOn: Weekday) {
  return { in: utcContext, weekStartsOn: DAY_NUMBERS[weekStartsOn] };
}

/** The civil start of the period around a civil time; NaN beyond the reach of `Date`. */
export function civilStart(civil: number, { period, weekStartsOn }: Calendar): number {
  return ARITHMETIC[period].startOf(civil, settings(weekStartsOn)).getTime();
}

/** The civil start of the period `count` periods after the one that starts at `start`; NaN beyond the reach of `Date`. */
export function addCivil(start: number, count: number, { period }: Calendar): number {
  return ARITHMETIC[period].add(start, count, { in: utcContext }).getTime();
}

/** How many periods lie between two civil starts. */
export function civilBetween(earlier: number, later: number, { period, weekStartsOn }: Calendar): number {
  return ARITHMETIC[period].between(later, earlier, settings(weekStartsOn));
}
