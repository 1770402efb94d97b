import { checkInstant, checkInterval } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { checkReach } from './checkReach.ts';
import { addCivil, civilBetween } from './civilPeriod.ts';
import { civilStartAt } from './civilStartAt.ts';
import { periodCells } from './periodCells.ts';
import { readCalendar } from './readCalendar.ts';
import type { PeriodIndex, PeriodIndexOptions } from './types.ts';
import { zoneClock } from './zoneClock.ts';

/** How many periods an index holds at most: days of 2870 years. */
const MAX_PERIODS = 2 ** 20;

/**
 * Lays consecutive periods out for fast lookup: the first holds `from`, the last the last instant before `to`.
 *
 * The index is plain data and carries its calendar. Boundaries never decrease; a day that the zone skipped is a period
 * of length zero, two equal boundaries. An empty interval, where `to` is `from`, has no period: its index has a
 * `count` of 0 and, as its only boundary, the start of the period that holds `from`.
 *
 * @param options - the calendar, the length of the periods and the half-open interval [from, to)
 * @returns the index; at most 1048576 periods
 * @throws InputError `not-a-record`, `unknown-option`, `not-an-option`, `unknown-time-zone`, `not-an-instant`,
 * `reversed-interval`, `too-many-periods`
 * @example
 * const from = new Date('2024-01-15T00:00:00Z');
 * const to = new Date('2024-03-02T00:00:00Z');
 * const index = periodIndex({ period: 'month', from, to });
 * [index.count, periodAt(index, Date.UTC(2024, 1, 29))] // [3, 1]
 * @complexity one pass over the periods
 */
export function periodIndex(options: PeriodIndexOptions): PeriodIndex {
  const calendar = readCalendar('periodIndex', options, ['from', 'to']);
  const from = checkInstant('periodIndex', 'from', options.from);
  const to = checkInstant('periodIndex', 'to', options.to);
  checkInterval('periodIndex', from, to);
  const clock = zoneClock('periodIndex', calendar.timeZone);
  const origin = checkReach('periodIndex', 'from', civilStartAt(from, calendar, clock), options.from);
  const last = checkReach('periodIndex', 'to', civilStartAt(Math.max(from, to - 1), calendar, clock), options.to);
  const count = from === to ? 0 : civilBetween(origin, last, calendar) + 1;
  if (count > MAX_PERIODS) refuseSpan(to);
  const boundaries = new Float64Array(count + 1);
  for (let place = 0; place <= count; place++) boundaries[place] = clock.toInstant(addCivil(origin, place, calendar));
  checkReach('periodIndex', 'from', boundaries[0]!, options.from);
  checkReach('periodIndex', 'to', boundaries[count]!, options.to);
  // Cells are found by subtraction, which is exact only this far.
  if (boundaries[count]! - boundaries[0]! > Number.MAX_SAFE_INTEGER) refuseSpan(to);
  const { period, timeZone, weekStartsOn } = calendar;
  const { cells, cellWidth } = periodCells(boundaries);
  // Written out, since objects made by spreading differ in hidden class, which makes lookups five times as slow.
  return { period, timeZone, weekStartsOn, count, boundaries, cells, cellWidth };
}

function refuseSpan(to: number): never {
  const limit = `at most ${MAX_PERIODS} periods, and 285000 years, after "from"`;
  refuse('too-many-periods', 'periodIndex', ['to'], limit, new Date(to));
}
