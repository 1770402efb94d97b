import { checkInstant } from '../core/checks.ts';
import type { Instant } from '../core/types.ts';
import { checkReach } from './checkReach.ts';
import { periodLine } from './periodLine.ts';
import { readCalendar } from './readCalendar.ts';
import type { PeriodOptions } from './types.ts';

/**
 * The first instant of the period that holds an instant.
 *
 * The last midnight, in the zone, that starts a period and is not after `at`. A midnight that the clock skips is the
 * first instant after the gap; of one that it shows twice the first counts. An hour starts when the clock shows a full
 * one, or is changed.
 *
 * @param at - the instant
 * @param options - the period and its calendar
 * @returns the start of the period
 * @unit milliseconds since 1970
 * @throws InputError `not-an-instant`, `not-a-record`, `unknown-option`, `not-an-option`, `unknown-time-zone`
 * @example
 * new Date(periodStart(Date.UTC(2024, 1, 29, 12), { period: 'month' })).toISOString() // '2024-02-01T00:00:00.000Z'
 * @example
 * const at = new Date('2018-11-04T12:00:00Z');
 * const start = periodStart(at, { period: 'day', timeZone: 'America/Sao_Paulo' });
 * new Date(start).toISOString() // '2018-11-04T03:00:00.000Z'
 * @see {@link periodIndex}, which finds the periods of many instants at a small part of the cost
 */
export function periodStart(at: Instant, options: PeriodOptions): number {
  const instant = checkInstant('periodStart', 'at', at);
  const calendar = readCalendar('periodStart', options, []);
  const { startAt, toInstant } = periodLine('periodStart', calendar);
  return checkReach('periodStart', 'at', toInstant(startAt(instant)), at);
}
