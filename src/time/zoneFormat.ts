import { refuse } from '../core/errors.ts';

/**
 * A formatter whose text ends in the zone's offset; refuses what is not a zone. Offsets such as '+05:30' are refused
 * everywhere, since some engines take them for zones and others do not.
 */
export function zoneFormat(metric: string, timeZone: string): Intl.DateTimeFormat {
  if (typeof timeZone === 'string' && !/^[+-]/.test(timeZone)) {
    try {
      return new Intl.DateTimeFormat('en-US', { timeZone, day: 'numeric', timeZoneName: 'longOffset' });
    } catch {
      // Said below, with the words of this library.
    }
  }
  refuse('unknown-time-zone', metric, ['timeZone'], "the name of an IANA time zone, such as 'Europe/Paris'", timeZone);
}
