import { checkInstant } from '../core/checks.ts';
import type { Instant } from '../core/types.ts';
import { checkReach } from './checkReach.ts';
import { periodLine } from './periodLine.ts';
import { readCalendar } from './readCalendar.ts';
import type { PeriodOptions } from './types.ts';

/**
 * The name of the period that holds an instant.
 *
 * `2024-03-01` for a day, `2024-W09` for an ISO week (weeks that start on Monday; the year is that of the week's
 * Thursday), `week of 2024-03-03` for other weeks, `2024-03`, `2024-Q1` and `2024`. Years outside 0 to 9999 have a sign
 * and six digits, as in ISO 8601. An hour has the offset of the clock, which tells two showings of one apart:
 * `2024-11-03T01:00-04:00`, `2024-11-03T01:00Z` at no offset. Several that make one go by the first, `14 days from
 * 2024-03-01`, and fiscal periods by their year, `FY2024-P03`, `FY2024-Q1`, `FY2024`.
 *
 * @param at - the instant
 * @param options - the period and its calendar
 * @returns the name
 * @throws InputError `not-an-instant`, `not-a-record`, `unknown-option`, `not-an-option`, `unknown-time-zone`
 * @example
 * periodLabel(Date.UTC(2024, 11, 30), { period: 'week' }) // '2025-W01'
 * @example
 * periodLabel(Date.UTC(2024, 2, 5), { period: 'week', weekStartsOn: 'sunday' }) // 'week of 2024-03-03'
 * @example
 * periodLabel(Date.UTC(2024, 2, 5), { period: 'day', every: 14, anchor: Date.UTC(2024, 0, 1) }) // '14 days from 2024-02-26'
 * @see {@link periodLabels} for those of a whole index
 * @reference ISO 8601-1:2019, clause 5.2.3, week dates
 */
export function periodLabel(at: Instant, options: PeriodOptions): string {
  const instant = checkInstant('periodLabel', 'at', at);
  const calendar = readCalendar('periodLabel', options, []);
  const { startAt, label } = periodLine('periodLabel', calendar);
  return label(checkReach('periodLabel', 'at', startAt(instant), at));
}
