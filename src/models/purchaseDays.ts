import type { EventLog } from '../log/types.ts';
import { layPeriods } from '../time/layPeriods.ts';
import { periodAt } from '../time/periodAt.ts';
import type { PeriodIndex } from '../time/types.ts';

/** The days from that of a log's first order, or of `asOf` where that is earlier, to the last that has begun before `to`. */
export function layDays(
  metric: string,
  { earliest }: EventLog,
  { timeZone, asOf, to }: { readonly timeZone: string; readonly asOf: number; readonly to: number },
): PeriodIndex {
  return layPeriods(metric, { period: 'day', timeZone, from: Math.min(earliest, asOf), to });
}

/** The place of the last day that has begun before an instant; -1 where none has. */
export function dayBefore(days: PeriodIndex, at: number): number {
  return periodAt(days, at - 1);
}

/** The first of a customer's rows, from `row` up to `end`, that is not of the day of the row `of`. */
export function rowAfterDay(
  at: Float64Array,
  days: PeriodIndex,
  { of, row, end }: { readonly of: number; readonly row: number; readonly end: number },
): number {
  const dayEnd = days.boundaries[periodAt(days, at[of]!) + 1]!;
  let next = row;
  while (next < end && at[next]! < dayEnd) next++;
  return next;
}

/** On how many days a customer's rows from `row` up to `end` are: orders of one day are one purchase. */
export function countDays(at: Float64Array, days: PeriodIndex, row: number, end: number): number {
  let count = 0;
  let dayEnd = -Infinity;
  for (let next = row; next < end; next++) {
    if (at[next]! < dayEnd) continue;
    dayEnd = days.boundaries[periodAt(days, at[next]!) + 1]!;
    count++;
  }
  return count;
}
