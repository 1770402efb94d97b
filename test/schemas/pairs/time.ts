import { civilToInstant } from '../../../src/time/civilToInstant.ts';
import { instantToCivil } from '../../../src/time/instantToCivil.ts';
import { periodIndex } from '../../../src/time/periodIndex.ts';
import { periodLabel } from '../../../src/time/periodLabel.ts';
import { periodStart } from '../../../src/time/periodStart.ts';
import type { CalendarOptions, PeriodOptions, TimeZoneOptions } from '../../../src/time/types.ts';
import type { Pair } from '../pair.ts';

const calendar = { timeZone: 'Europe/Berlin', weekStartsOn: 'sunday' };
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
  periodOptions: {
    call: (options: PeriodOptions) => periodLabel(0, options),
    ...{ needed: { period: 'month' }, optional: calendar, strict: true },
  },
  periodIndexOptions: {
    call: periodIndex,
    ...{ needed: { period: 'month', from: 0, to: 86_400_000 }, optional: calendar, strict: true, beyondJson: true },
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
