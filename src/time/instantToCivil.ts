import { checkInstant, checkOptions } from '../core/checks.ts';
import type { Instant } from '../core/types.ts';
import { checkReach } from './checkReach.ts';
import type { CivilTime, TimeZoneOptions } from './types.ts';
import { zoneClock } from './zoneClock.ts';

/**
 * What the calendar and the clock of a zone show at an instant.
 *
 * @param at - the instant
 * @param options - the time zone, UTC unless told
 * @returns date and time of day, all fields filled in
 * @throws InputError `not-an-instant`, `not-a-record`, `unknown-option`, `unknown-time-zone`
 * @example
 * const { month, day, hour } = instantToCivil(Date.UTC(2024, 2, 1), { timeZone: 'America/New_York' });
 * [month, day, hour] // [2, 29, 19]
 */
export function instantToCivil(at: Instant, options: TimeZoneOptions = {}): Required<CivilTime> {
  const instant = checkInstant('instantToCivil', 'at', at);
  checkOptions('instantToCivil', options, ['timeZone']);
  const { timeZone = 'UTC' } = options;
  const shown = new Date(zoneClock('instantToCivil', timeZone).toCivil(instant));
  checkReach('instantToCivil', 'at', shown.getTime(), at);
  return {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    hour: shown.getUTCHours(),
    minute: shown.getUTCMinutes(),
    second: shown.getUTCSeconds(),
    millisecond: shown.getUTCMilliseconds(),
  };
}
