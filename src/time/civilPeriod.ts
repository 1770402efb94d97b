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
import type { Calendar, CalendarPeriod } from './types.ts';
import { utcContext } from './utcContext.ts';
import { weekdayNumber } from './weekdayNumber.ts';

/** How civil starts of periods are found and counted; NaN stands for what is beyond the reach of `Date`. */
export interface CivilArithmetic {
  /** The civil start of the period around a civil time. */
  readonly startOf: (civil: number) => number;
  /** The civil start of the period `count` periods after the one that starts at `start`. */
  readonly add: (start: number, count: number) => number;
  /** How many periods lie between two civil starts. */
  readonly between: (earlier: number, later: number) => number;
}

const ARITHMETIC = {
  day: { startOf: startOfDay, add: addDays, between: differenceInCalendarDays },
  week: { startOf: startOfWeek, add: addWeeks, between: differenceInCalendarWeeks },
  month: { startOf: startOfMonth, add: addMonths, between: differenceInCalendarMonths },
  quarter: { startOf: startOfQuarter, add: addQuarters, between: differenceInCalendarQuarters },
  year: { startOf: startOfYear, add: addYears, between: differenceInCalendarYears },
} as const;

/** The periods of the common calendar. */
export function civilPeriod(period: CalendarPeriod, { weekStartsOn }: Calendar): CivilArithmetic {
  const { startOf, add, between } = ARITHMETIC[period];
  const settings = { in: utcContext, weekStartsOn: weekdayNumber(weekStartsOn) };
  return {
    startOf: (civil) => startOf(civil, settings).getTime(),
    add: (start, count) => add(start, count, settings).getTime(),
    between: (earlier, later) => between(later, earlier, settings),
  };
}
