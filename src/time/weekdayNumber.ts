import type { Weekday } from './types.ts';

/** The days of the week, as messages list them. */
export const WEEKDAYS: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

/** The number of a weekday as `Date` and date-fns have it: 0 is Sunday. */
export function weekdayNumber(weekday: Weekday): 0 | 1 | 2 | 3 | 4 | 5 | 6 {
  return ((WEEKDAYS.indexOf(weekday) + 1) % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6;
}
