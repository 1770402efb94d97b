import * as z from 'zod/mini';
import { checkOptions } from '../core/checks.ts';
import { CIVIL_DATE_RULE, civilDateIn } from '../log/civilDate.ts';
import { CIVIL_DATE_TIME_RULE, civilDateTimeIn } from '../log/civilDateTime.ts';
import { DECIMAL_RULE, readDecimal } from '../log/decimalNumber.ts';
import { ISO_INSTANT_RULE, readIsoInstant } from '../log/isoInstant.ts';
import type { TimeZoneOptions } from '../time/types.ts';
import { must } from './fields.ts';

/** Reads texts by one format, with the reader that logs read columns of text with. */
function textSchema(rule: string, read: (text: string) => number): z.ZodMiniType<number, string> {
  const message = must(rule);
  const number = z.transform((text: string, payload: z.core.ParsePayload): number => {
    const value = read(text);
    if (!Number.isFinite(value)) payload.issues.push({ code: 'custom', message, input: text });
    return value;
  });
  return z.pipe(z.string(message), number);
}

/**
 * Text to an instant in milliseconds: ISO 8601 with `Z` or an offset, as `isoInstant` reads a column. A time without an
 * offset is refused; `civilDateTimeText` reads it in the zone that you name.
 */
export const instantText: z.ZodMiniType<number, string> = /* @__PURE__ */ textSchema(ISO_INSTANT_RULE, readIsoInstant);

/** Text to a number: plain decimals, as `decimalNumber` reads a column. */
export const decimalText: z.ZodMiniType<number, string> = /* @__PURE__ */ textSchema(DECIMAL_RULE, readDecimal);

/**
 * Text to an instant in milliseconds: `YYYY-MM-DD`, the first instant of that day in a time zone, as `civilDate` reads a
 * column.
 *
 * @param options - the time zone, UTC unless told
 * @returns a schema from text to number
 * @throws InputError `not-a-record`, `unknown-option`, `unknown-time-zone`
 * @example
 * const day = civilDateText({ timeZone: 'America/New_York' });
 * new Date(day.parse('2024-07-01')).toISOString() // '2024-07-01T04:00:00.000Z'
 * day.safeParse('1 July 2024').success // false
 */
export function civilDateText(options: TimeZoneOptions = {}): z.ZodMiniType<number, string> {
  checkOptions('civilDateText', options, ['timeZone']);
  return textSchema(CIVIL_DATE_RULE, civilDateIn('civilDateText', options.timeZone));
}

/**
 * Text to an instant in milliseconds: `YYYY-MM-DD HH:MM` or finer as a clock in a time zone shows it, as `civilDateTime`
 * reads a column.
 *
 * @param options - the time zone, UTC unless told
 * @returns a schema from text to number
 * @throws InputError `not-a-record`, `unknown-option`, `unknown-time-zone`
 * @example
 * const time = civilDateTimeText({ timeZone: 'Europe/Berlin' });
 * new Date(time.parse('2024-07-01 09:15')).toISOString() // '2024-07-01T07:15:00.000Z'
 */
export function civilDateTimeText(options: TimeZoneOptions = {}): z.ZodMiniType<number, string> {
  checkOptions('civilDateTimeText', options, ['timeZone']);
  return textSchema(CIVIL_DATE_TIME_RULE, civilDateTimeIn('civilDateTimeText', options.timeZone));
}

/**
 * The same text schema, but empty text is null: for the end of a tenure that is still open.
 *
 * @param schema - a schema of text, such as `instantText`
 * @returns a schema that takes empty text too
 * @example
 * openWhenEmpty(instantText).parse('') // null
 * openWhenEmpty(instantText).parse('1970-01-01T00:00:01Z') // 1000
 */
export function openWhenEmpty(schema: z.ZodMiniType<number, string>): z.ZodMiniType<number | null, string> {
  const open = z.pipe(
    z.literal(''),
    z.transform(() => null),
  );
  return z.union([open, schema], {
    error: ({ errors }) => `${errors?.[1]?.[0]?.message ?? 'must be a text'}, or empty`,
  });
}
