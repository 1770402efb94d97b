import { checkInstant, checkOneOf, checkOptions } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { readFiscal } from './readFiscal.ts';
import type { Calendar, Period, PeriodOptions } from './types.ts';
import { WEEKDAYS } from './weekdayNumber.ts';

const FISCAL_PERIODS: readonly Period[] = ['fiscalMonth', 'fiscalQuarter', 'fiscalYear'];
const PERIODS: readonly Period[] = ['hour', 'day', 'week', 'month', 'quarter', 'year', ...FISCAL_PERIODS];
const CALENDAR_KEYS = ['period', 'timeZone', 'weekStartsOn', 'every', 'anchor', 'fiscal'];

/** More of anything in one period is a slip, and might lead beyond the reach of `Date`. */
const MAX_EVERY = 10_000;

/**
 * Checks a calendar but for its zone, which `zoneClock` asks `Intl` for, and fills in the defaults. `otherKeys` are the
 * options of the caller's own.
 */
export function readCalendar(metric: string, options: PeriodOptions, otherKeys: readonly string[]): Calendar {
  checkOptions(metric, options, [...CALENDAR_KEYS, ...otherKeys]);
  const { period, timeZone = 'UTC', weekStartsOn = 'monday' } = options;
  checkOneOf(metric, 'period', period, PERIODS);
  checkOneOf(metric, 'weekStartsOn', weekStartsOn, WEEKDAYS);
  if (FISCAL_PERIODS.includes(period)) {
    refuseGiven(metric, options, ['every', 'anchor']);
    return { period, timeZone, weekStartsOn, fiscal: readFiscal(metric, options.fiscal) };
  }
  refuseGiven(metric, options, ['fiscal']);
  if (period === 'hour') refuseGiven(metric, options, ['every', 'anchor']);
  const { every = 1, anchor } = options;
  checkEvery(metric, every);
  if (every > 1) return { period, timeZone, weekStartsOn, every, anchor: checkInstant(metric, 'anchor', anchor!) };
  if (anchor !== undefined)
    refuse('not-an-option', metric, ['anchor'], 'left out where "every" is not above 1', anchor);
  return { period, timeZone, weekStartsOn };
}

function refuseGiven(metric: string, options: PeriodOptions, names: readonly ('every' | 'anchor' | 'fiscal')[]): void {
  for (const name of names)
    if (options[name] !== undefined)
      refuse('not-an-option', metric, [name], `left out where "period" is '${options.period}'`, options[name]);
}

function checkEvery(metric: string, every: number): void {
  if (!Number.isInteger(every) || every < 1 || every > MAX_EVERY)
    refuse('not-an-option', metric, ['every'], `a whole number from 1 to ${MAX_EVERY}`, every);
}
