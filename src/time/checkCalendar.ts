import { periodLine } from './periodLine.ts';
import { readCalendar } from './readCalendar.ts';
import type { Calendar, PeriodOptions } from './types.ts';

/** Refuses what is not a calendar and gives it with all defaults filled in; `otherKeys` are the caller's own options. */
export function checkCalendar(metric: string, options: PeriodOptions, otherKeys: readonly string[] = []): Calendar {
  const calendar = readCalendar(metric, options, otherKeys);
  periodLine(metric, calendar);
  return calendar;
}
