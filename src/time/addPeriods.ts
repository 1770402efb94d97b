import { checkInstant } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { Instant } from '../core/types.ts';
import { checkReach } from './checkReach.ts';
import { MAX_PERIODS } from './maxPeriods.ts';
import { periodLine } from './periodLine.ts';
import { readCalendar } from './readCalendar.ts';
import type { PeriodOptions } from './types.ts';

/**
 * The start of the period that comes `count` periods after the one that holds an instant.
 *
 * Counted on the calendar from the period of `at`, never from boundary to boundary, so nothing drifts; a day that the
 * zone skipped counts as a day, which starts and ends at the same instant. Hours are counted as they pass: one that the
 * clock skips is not there, one that it shows twice counts twice.
 *
 * @param at - the instant
 * @param count - how many periods further, a whole number; below 0 goes back; of hours at most 1048576
 * @param options - the period and its calendar
 * @returns the start of that period
 * @unit milliseconds since 1970
 * @throws InputError `not-an-instant`, `not-a-number`, `not-a-record`, `unknown-option`, `not-an-option`,
 * `unknown-time-zone`, `too-many-periods` (of hours)
 * @example
 * new Date(addPeriods(Date.UTC(2024, 0, 31), 1, { period: 'month' })).toISOString() // '2024-02-01T00:00:00.000Z'
 * @complexity constant; of hours, one pass over those between
 */
export function addPeriods(at: Instant, count: number, options: PeriodOptions): number {
  const instant = checkInstant('addPeriods', 'at', at);
  if (!Number.isSafeInteger(count)) refuse('not-a-number', 'addPeriods', ['count'], 'a whole number', count);
  const calendar = readCalendar('addPeriods', options, []);
  if (calendar.period === 'hour' && Math.abs(count) > MAX_PERIODS)
    refuse('too-many-periods', 'addPeriods', ['count'], `at most ${MAX_PERIODS} hours`, count);
  const { startAt, add, toInstant } = periodLine('addPeriods', calendar);
  const origin = checkReach('addPeriods', 'at', startAt(instant), at);
  return checkReach('addPeriods', 'count', toInstant(add(origin, count)), count);
}
