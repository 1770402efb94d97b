import { checkOptions, checkRecord } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { CivilTime, TimeZoneOptions } from './types.ts';
import { zoneClock } from './zoneClock.ts';

/**
 * The instant at which the clock of a zone shows a civil time.
 *
 * The first instant at which it shows that time or a later one: a time that the clock skips is the first instant after
 * the gap, and of a time that it shows twice the first counts.
 *
 * @param civil - date and, unless midnight is meant, time of day; other fields are not looked at
 * @param options - the time zone, UTC unless told
 * @returns the instant
 * @unit milliseconds since 1970
 * @throws InputError `not-a-record`, `not-a-date` (a field that the calendar or the clock does not have, as 30 February),
 * `unknown-option`, `unknown-time-zone`
 * @example
 * const at = civilToInstant({ year: 2024, month: 3, day: 10, hour: 2 }, { timeZone: 'America/New_York' });
 * new Date(at).toISOString() // '2024-03-10T07:00:00.000Z'
 */
export function civilToInstant(civil: CivilTime, options: TimeZoneOptions = {}): number {
  checkRecord('civilToInstant', 'civil', civil);
  checkOptions('civilToInstant', options, ['timeZone']);
  const { timeZone = 'UTC' } = options;
  const instant = zoneClock('civilToInstant', timeZone).toInstant(civilMilliseconds(civil));
  if (Number.isNaN(instant)) refuse('not-a-date', 'civilToInstant', ['civil'], 'within the reach of Date', civil);
  return instant;
}

function civilMilliseconds({ year, month, day, hour = 0, minute = 0, second = 0, millisecond = 0 }: CivilTime): number {
  checkField('year', year, -271_821, 275_760);
  checkField('month', month, 1, 12);
  checkField('day', day, 1, daysInMonth(year, month));
  checkField('hour', hour, 0, 23);
  checkField('minute', minute, 0, 59);
  checkField('second', second, 0, 59);
  checkField('millisecond', millisecond, 0, 999);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.setUTCHours(hour, minute, second, millisecond);
}

function checkField(name: string, value: number, least: number, most: number): void {
  if (!Number.isInteger(value) || value < least || value > most)
    refuse('not-a-date', 'civilToInstant', ['civil', name], `a whole number from ${least} to ${most}`, value);
}

/** Day 0 of the next month is the last of this; leap years repeat every 400 years. */
function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}
