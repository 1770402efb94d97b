import { checkOptions } from '../core/checks.ts';
import type { TimeZoneOptions } from '../time/types.ts';
import { zoneClock } from '../time/zoneClock.ts';
import { readDay } from './dateDigits.ts';
import type { TextReader } from './field.ts';
import { type EmptyTextOptions, textReader } from './textReader.ts';

/** Whose calendar a date is of, and what an empty text stands for. */
export interface CivilTextOptions extends TimeZoneOptions, EmptyTextOptions {}

/** The rule of a date, as it reads after "must be". */
export const CIVIL_DATE_RULE = 'a date such as 2024-03-31';

/**
 * Reads a column of dates, `YYYY-MM-DD`, as the first instant of that day in a time zone. Analyse such a log in the same
 * zone, or days near midnight move to another date.
 *
 * @param column - the column's name
 * @param options - the time zone, UTC unless told, and what an empty text stands for
 * @returns a reader for a field's place
 * @throws InputError `unknown-field`, `unknown-option`, `not-an-option`, `unknown-time-zone`; the log that uses it names
 * rows it cannot read
 * @example
 * const rows = [{ user: 'ada', day: '2024-07-01' }];
 * const log = eventLog(rows, { customer: 'user', at: civilDate('day', { timeZone: 'America/New_York' }) });
 * new Date(log.at[0]).toISOString() // '2024-07-01T04:00:00.000Z'
 */
export function civilDate<Column extends string>(column: Column, options: CivilTextOptions = {}): TextReader<Column> {
  checkOptions('civilDate', options, ['timeZone', 'empty']);
  const { timeZone, ...empty } = options;
  return textReader('civilDate', column, CIVIL_DATE_RULE, civilDateIn('civilDate', timeZone), empty);
}

/** Reads a date as the first instant of that day in a zone; NaN where a text is none. */
export function civilDateIn(metric: string, timeZone = 'UTC'): (text: string) => number {
  const clock = zoneClock(metric, timeZone);
  return (text) => {
    const day = text.length === 10 ? readDay(text) : Number.NaN;
    return Number.isNaN(day) ? day : clock.toInstant(day);
  };
}
