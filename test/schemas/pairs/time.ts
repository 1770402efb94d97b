import { civilToInstant } from '../../../src/time/civilToInstant.ts';
import { instantToCivil } from '../../../src/time/instantToCivil.ts';
import { periodIndex } from '../../../src/time/periodIndex.ts';
import { periodLabel } from '../../../src/time/periodLabel.ts';
import { periodStart } from '../../../src/time/periodStart.ts';
import type { CalendarOptions, FiscalCalendar, PeriodOptions, TimeZoneOptions } from '../../../src/time/types.ts';
import { FISCAL, type Pair } from '../pair.ts';

const calendar = { timeZone: 'Europe/Berlin', weekStartsOn: 'sunday' };
const blocks = { every: 2, anchor: 0 };
/** What else may be told of a period: blocks, or a fiscal calendar, but no period takes both. */
export const periodFields = {
  optional: { ...calendar, ...blocks, fiscal: FISCAL },
  full: { ...calendar, ...blocks },
};
const FIELDS = [1, 2, 4, 12, 13, 23, 24, 28, 29, 30, 31, 32, 59, 60, 999, 1000, 0, -1, 1.5];

export const timePairs: Readonly<Record<string, Pair>> = {
  timeZoneOptions: {
    call: (options: TimeZoneOptions) => instantToCivil(0, options),
    ...{ needed: {}, optional: { timeZone: 'Europe/Berlin' }, strict: true },
  },
  calendarOptions: {
    // No function takes a calendar without a period, so that here is one: a period among the options is one too many.
    call: (options: CalendarOptions & { period?: unknown }) =>
      periodStart(0, { ...options, ...('period' in options ? { misplaced: 1 } : { period: 'day' }) } as PeriodOptions),
    ...{ needed: {}, optional: calendar, strict: true },
  },
  fiscalCalendar: {
    call: (fiscal: FiscalCalendar) => periodLabel(0, { period: 'fiscalYear', fiscal }),
    needed: FISCAL,
    values: {
      ...{ pattern: ['4-5-4', '5-4-4', '5-5-3'], endsOn: ['sunday', 'Sunday', 6], namedBy: ['start', 'middle'] },
      yearEnd: [
        ...[1, 12, 0, 13, 1.5, '1'].map((month) => ({ month, rule: 'last' })),
        ...[
          { month: 1, rule: 'nearest' },
          { month: 1, rule: 'first' },
          { month: 1 },
          { month: 1, rule: 'last', day: 3 },
        ],
      ],
    },
    ...{ strict: true, argument: 'fiscal' },
  },
  periodOptions: {
    call: (options: PeriodOptions) => periodLabel(0, options),
    ...{ needed: { period: 'month' }, ...periodFields, strict: true, beyondJson: true },
  },
  periodIndexOptions: {
    call: periodIndex,
    ...{ needed: { period: 'month', from: 0, to: 86_400_000 }, ...periodFields, strict: true, beyondJson: true },
  },
  civilTime: {
    call: civilToInstant,
    needed: { year: 2024, month: 2, day: 29 },
    optional: { hour: 12, minute: 30, second: 15, millisecond: 250 },
    values: {
      ...{ year: [2023, 2000, 1900, 0, -1, -271_821, 275_760, 275_761, 1.5], month: FIELDS, day: FIELDS },
      ...{ hour: FIELDS, minute: FIELDS, second: FIELDS, millisecond: FIELDS },
    },
    argument: 'civil',
  },
};
