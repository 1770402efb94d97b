import { zoneFormat } from './zoneFormat.ts';

/** Refuses what is not the name of a time zone and gives the name, `'UTC'` where none was told. */
export function checkTimeZone(metric: string, timeZone: string | undefined): string {
  if (timeZone === undefined || timeZone === 'UTC') return 'UTC';
  zoneFormat(metric, timeZone);
  return timeZone;
}
