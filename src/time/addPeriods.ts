import { checkInstant } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { Instant } from '../core/types.ts';
import { checkReach } from './checkReach.ts';
import { addCivil } from './civilPeriod.ts';
import { civilStartAt } from './civilStartAt.ts';
import { readCalendar } from './readCalendar.ts';
import type { PeriodOptions } from './types.ts';
import { zoneClock } from './zoneClock.ts';

/**
 * The start of the period that comes `count` periods after the one that holds an instant.
 *
 * Counted on the calendar from the period of `at`, never from boundary to boundary, so nothing drifts; a day that the
 * zone skipped counts as a day, which starts and ends at the same instant.
 *
 * @param at - the instant
 * @param count - how many periods further, a whole number; below 0 goes back
 * @param options - the period and its calendar
 * @returns the start of that period
 * @unit milliseconds since 1970
 * @throws InputError `not-an-instant`, `not-a-number`, `not-a-record`, `unknown-option`, `not-an-option`,
 * `unknown-time-zone`
 * @example
 * new Date(addPeriods(Date.UTC(2024, 0, 31), 1, { period: 'month' })).toISOString() // '2024-02-01T00:00:00.000Z'
 */
export function addPeriods(at: Instant, count: number, options: PeriodOptions): number {
  const instant = checkInstant('addPeriods', 'at', at);
  if (!Number.isSafeInteger(count)) refuse('not-a-number', 'addPeriods', ['count'], 'a whole number', count);
  const calendar = readCalendar('addPeriods', options, []);
  const clock = zoneClock('addPeriods', calendar.timeZone);
  const origin = checkReach('addPeriods', 'at', civilStartAt(instant, calendar, clock), at);
  return checkReach('addPeriods', 'count', clock.toInstant(addCivil(origin, count, calendar)), count);
}
