import type { EventLog } from '../log/types.ts';
import { periodAt } from '../time/periodAt.ts';
import type { PeriodIndex } from '../time/types.ts';

/** How many events make a period an active one. */
export interface EventsNeeded {
  readonly minimumEvents: number;
  /** Any number, where undefined. */
  readonly maximumEvents: number | undefined;
}

/**
 * Customers by their number of active periods, from 0 on; those of 0 include all that have no event in the index. One
 * pass over the log; events from `asOf` on are not looked at.
 */
export function tallyActivePeriods(
  log: EventLog,
  index: PeriodIndex,
  asOf: number,
  { minimumEvents, maximumEvents = Infinity }: EventsNeeded,
): Float64Array {
  const { count, boundaries } = index;
  const { offsets, at } = log;
  const start = boundaries[0]!;
  const end = Math.min(boundaries[count]!, asOf);
  const tally = new Float64Array(count + 1);
  for (let customer = 0; customer + 1 < offsets.length; customer++) {
    const rowsEnd = offsets[customer + 1]!;
    let activePeriods = 0;
    let events = 0;
    let periodEnd = -Infinity;
    for (let row = offsets[customer]!; row < rowsEnd; row++) {
      const instant = at[row]!;
      if (instant < start) continue;
      if (instant >= end) break;
      if (instant >= periodEnd) {
        periodEnd = boundaries[periodAt(index, instant) + 1]!;
        if (events >= minimumEvents && events <= maximumEvents) activePeriods++;
        events = 0;
      }
      events++;
    }
    if (events >= minimumEvents && events <= maximumEvents) activePeriods++;
    tally[activePeriods]!++;
  }
  return tally;
}
