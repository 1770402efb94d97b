import * as z from 'zod/mini';
import { checkCalendar } from '../time/checkCalendar.ts';
import { checkTimeZone } from '../time/checkTimeZone.ts';
import { civilToInstant } from '../time/civilToInstant.ts';
import { checkIndexOptions } from '../time/layPeriods.ts';
import { readFiscal } from '../time/readFiscal.ts';
import type {
  CalendarOptions,
  CivilTime,
  FiscalCalendar,
  Period,
  PeriodIndexOptions,
  PeriodOptions,
  TimeZoneOptions,
  Weekday,
} from '../time/types.ts';
import { WEEKDAYS } from '../time/weekdayNumber.ts';
import { count, instant, made, oneOf } from './fields.ts';
import { optionsSchema } from './optionsSchema.ts';
import { type FieldSchemas, subjectSchema } from './subjectSchema.ts';
import type { Schema } from './types.ts';

/** How long a period is: `'hour'`, `'day'` to `'year'`, or a fiscal one, which needs its calendar beside it. */
export const period: Schema<Period> = /* @__PURE__ */ oneOf(
  'hour',
  'day',
  'week',
  'month',
  'quarter',
  'year',
  'fiscalMonth',
  'fiscalQuarter',
  'fiscalYear',
);

/** A day of the week, `'monday'` to `'sunday'`. */
export const weekday: Schema<Weekday> = /* @__PURE__ */ made(() => oneOf(...WEEKDAYS));

/** The field of a time zone. */
export function timeZoneFields(): FieldSchemas<TimeZoneOptions> {
  return { timeZone: z.optional(z.string("must be the name of an IANA time zone, such as 'Europe/Paris'")) };
}

function calendarFields(): FieldSchemas<CalendarOptions> {
  return { ...timeZoneFields(), weekStartsOn: z.optional(weekday) };
}

function fiscalFields(): FieldSchemas<FiscalCalendar> {
  return {
    pattern: oneOf('4-4-5', '4-5-4', '5-4-4'),
    endsOn: weekday,
    yearEnd: z.strictObject({ month: count, rule: oneOf('last', 'nearest') }, 'must be { month, rule }'),
    namedBy: oneOf('start', 'end'),
  };
}

/** A fiscal calendar of whole weeks, as fiscal periods need one. */
export const fiscalCalendar: Schema<FiscalCalendar> = /* @__PURE__ */ optionsSchema(
  fiscalFields,
  (fiscal) => readFiscal('fiscalCalendar', fiscal),
  'fiscal',
);

/** The fields of a calendar and the length of its periods. */
export function periodFields(): FieldSchemas<PeriodOptions> {
  return {
    ...{ period, ...calendarFields() },
    every: z.optional(count),
    anchor: z.optional(instant),
    fiscal: z.optional(z.strictObject(fiscalFields(), 'must be { pattern, endsOn, yearEnd, namedBy }')),
  };
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
