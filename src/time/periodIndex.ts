import { layPeriods } from './layPeriods.ts';
import type { PeriodIndex, PeriodIndexOptions } from './types.ts';

/**
 * Lays consecutive periods out for fast lookup: the first holds `from`, the last the last instant before `to`.
 *
 * The index is plain data and carries its calendar. Boundaries never decrease; a day that the zone skipped is a period
 * of length zero, two equal boundaries, while an hour that the clock skipped is not there. An empty interval, where `to`
 * is `from`, has no period: its index has a `count` of 0 and, as its only boundary, the start of the period that holds
 * `from`.
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
  return layPeriods('periodIndex', options);
}
