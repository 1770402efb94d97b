import { checkOptions } from '../core/checks.ts';
import { digits, readDay, readTime } from './dateDigits.ts';
import type { TextReader } from './field.ts';
import { type EmptyTextOptions, textReader } from './textReader.ts';

/** The rule of an instant as text, as it reads after "must be". */
export const ISO_INSTANT_RULE = 'an instant such as 2024-03-31T12:30:00Z, with Z or an offset';
const MINUTE = 60_000;

/**
 * Reads a column of ISO 8601 instants: date, `T` or a space, time to the minute or finer, and `Z` or an offset. What
 * is finer than a millisecond is cut off. A time without an offset is refused: it is no instant until a zone is named,
 * which is what `civilDateTime` does.
 *
 * @param column - the column's name
 * @param options - what an empty text stands for
 * @returns a reader for a field's place
 * @throws InputError `unknown-field`, `unknown-option`, `not-an-option`; the log that uses it names rows it cannot read
 * @example
 * const rows = [{ user: 'ada', placed: '2024-03-31T12:30:00+02:00' }];
 * const log = eventLog(rows, { customer: 'user', at: isoInstant('placed') });
 * new Date(log.at[0]).toISOString() // '2024-03-31T10:30:00.000Z'
 */
export function isoInstant<Column extends string>(column: Column, options: EmptyTextOptions = {}): TextReader<Column> {
  checkOptions('isoInstant', options, ['empty']);
  return textReader('isoInstant', column, ISO_INSTANT_RULE, readIsoInstant, options);
}

/** The milliseconds of an ISO 8601 instant; NaN where a text is none. */
export function readIsoInstant(text: string): number {
  if (text[10] !== 'T' && text[10] !== ' ') return Number.NaN;
  const time = readTime(text, 11);
  return readDay(text) + time.milliseconds - readOffset(text, time.end);
}

/** Milliseconds ahead of UTC: `Z`, `+HH`, `+HH:MM` or `+HHMM`, and nothing after it. */
function readOffset(text: string, start: number): number {
  if (text[start] === 'Z') return text.length === start + 1 ? 0 : Number.NaN;
  const sign = text[start] === '+' ? 1 : text[start] === '-' ? -1 : Number.NaN;
  const hours = digits(text, start + 1, 2);
  if (text.length === start + 3) return hours <= 23 ? sign * hours * 60 * MINUTE : Number.NaN;
  const minuteStart = text[start + 3] === ':' ? start + 4 : start + 3;
  const minutes = digits(text, minuteStart, 2);
  if (!(hours <= 23 && minutes <= 59 && text.length === minuteStart + 2)) return Number.NaN;
  return sign * (hours * 60 + minutes) * MINUTE;
}
