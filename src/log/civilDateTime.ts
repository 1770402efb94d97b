import { checkOptions } from '../core/checks.ts';
import { zoneClock } from '../time/zoneClock.ts';
import type { CivilTextOptions } from './civilDate.ts';
import { readDay, readTime } from './dateDigits.ts';
import type { TextReader } from './field.ts';
import { textReader } from './textReader.ts';

/** The rule of a local time, as it reads after "must be". */
export const CIVIL_DATE_TIME_RULE = 'a local time such as 2024-03-31 12:30:00';

/**
 * Reads a column of local times, `YYYY-MM-DD HH:MM` or finer, with a space or `T` between, as a clock in a time zone
 * shows them. A time that the clock skips is the first instant after the gap; of a time that it shows twice, the first.
 *
 * @param column - the column's name
 * @param options - the time zone, UTC unless told, and what an empty text stands for
 * @returns a reader for a field's place
 * @throws InputError `unknown-field`, `unknown-option`, `not-an-option`, `unknown-time-zone`; the log that uses it names
 * rows it cannot read
 * @example
 * const rows = [{ user: 'ada', placed: '2024-07-01 09:15:00' }];
 * const log = eventLog(rows, { customer: 'user', at: civilDateTime('placed', { timeZone: 'Europe/Berlin' }) });
 * new Date(log.at[0]).toISOString() // '2024-07-01T07:15:00.000Z'
 */
export function civilDateTime<Column extends string>(
  column: Column,
  options: CivilTextOptions = {},
): TextReader<Column> {
  checkOptions('civilDateTime', options, ['timeZone', 'empty']);
  const { timeZone, ...empty } = options;
  return textReader('civilDateTime', column, CIVIL_DATE_TIME_RULE, civilDateTimeIn('civilDateTime', timeZone), empty);
}

/** Reads a local time as the instant at which the clock of a zone shows it; NaN where a text is none. */
export function civilDateTimeIn(metric: string, timeZone = 'UTC'): (text: string) => number {
  const clock = zoneClock(metric, timeZone);
  return (text) => {
    if (text[10] !== 'T' && text[10] !== ' ') return Number.NaN;
    const time = readTime(text, 11);
    const civil = time.end === text.length ? readDay(text) + time.milliseconds : Number.NaN;
    return Number.isNaN(civil) ? civil : clock.toInstant(civil);
  };
}
