import * as z from 'zod/mini';
import { checkCalendar } from '../time/checkCalendar.ts';
import { checkTimeZone } from '../time/checkTimeZone.ts';
import { civilToInstant } from '../time/civilToInstant.ts';
import { checkIndexOptions } from '../time/layPeriods.ts';
import type {
  CalendarOptions,
  CivilTime,
  Period,
  PeriodIndexOptions,
  PeriodOptions,
  TimeZoneOptions,
  Weekday,
} from '../time/types.ts';
import { count, instant, oneOf } from './fields.ts';
import { optionsSchema } from './optionsSchema.ts';
import { type FieldSchemas, subjectSchema } from './subjectSchema.ts';
import type { Schema } from './types.ts';

/** How long a period is: `'day'`, `'week'`, `'month'`, `'quarter'` or `'year'`. */
export const period: Schema<Period> = /* @__PURE__ */ oneOf('day', 'week', 'month', 'quarter', 'year');

/** A day of the week, `'monday'` to `'sunday'`. */
export const weekday: Schema<Weekday> = /* @__PURE__ */ oneOf(
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
);

/** The field of a time zone. */
export function timeZoneFields(): FieldSchemas<TimeZoneOptions> {
  return { timeZone: z.optional(z.string("must be the name of an IANA time zone, such as 'Europe/Paris'")) };
}

function calendarFields(): FieldSchemas<CalendarOptions> {
  return { ...timeZoneFields(), weekStartsOn: z.optional(weekday) };
}

/** The fields of a calendar and the length of its periods. */
export function periodFields(): FieldSchemas<PeriodOptions> {
  return { period, ...calendarFields() };
}

/** What `instantToCivil` and `civilToInstant` take as options. */
export const timeZoneOptions: Schema<TimeZoneOptions> = /* @__PURE__ */ optionsSchema(timeZoneFields, ({ timeZone }) =>
  checkTimeZone('timeZoneOptions', timeZone),
);

/** Whose days, and which weeks: the calendar within other options. */
export const calendarOptions: Schema<CalendarOptions> = /* @__PURE__ */ optionsSchema(calendarFields, (options) =>
  checkCalendar('calendarOptions', { ...options, period: 'week' }),
);

/** What `periodStart`, `periodLabel` and `addPeriods` take as options. */
export const periodOptions: Schema<PeriodOptions> = /* @__PURE__ */ optionsSchema(periodFields, (options) =>
  checkCalendar('periodOptions', options),
);

/** What `periodIndex` takes. */
export const periodIndexOptions: Schema<PeriodIndexOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ ...periodFields(), from: instant, to: instant }),
  (options) => checkIndexOptions('periodIndex', options),
);

/** What `civilToInstant` takes; whether it is within the reach of `Date` is asked in UTC. */
export const civilTime: Schema<CivilTime> = /* @__PURE__ */ subjectSchema(
  () => ({
    year: count,
    month: count,
    day: count,
    hour: z.optional(count),
    minute: z.optional(count),
    second: z.optional(count),
    millisecond: z.optional(count),
  }),
  civilToInstant,
  'civil',
);
