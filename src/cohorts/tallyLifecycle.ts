import type { EventLog } from '../log/types.ts';
import { periodAt } from '../time/periodAt.ts';
import type { PeriodIndex } from '../time/types.ts';

/** What customers were in each period, one count a period. Who was active was one of the first three. */
export interface LifecycleTally {
  /** Active for the first time. */
  readonly fresh: Float64Array;
  /** Active, and in the period before as well. */
  readonly returning: Float64Array;
  /** Active, not in the period before, and seen earlier. */
  readonly resurrected: Float64Array;
  /** Active in the period before, and not in this one. */
  readonly dormant: Float64Array;
}

/** The last period of who has not been active yet: no period is the one after it. */
const NEVER = -2;

/**
 * One pass over the log. The index begins at or before the first event and its periods have a length; events from `asOf`
 * on are not looked at. Each customer's events ascend, so that a period is new exactly when the one before is over.
 */
export function tallyLifecycle(log: EventLog, index: PeriodIndex, asOf: number): LifecycleTally {
  const { count, boundaries } = index;
  const { offsets, at } = log;
  const column = (): Float64Array => new Float64Array(count);
  const tally = { fresh: column(), returning: column(), resurrected: column(), dormant: column() };
  const { fresh, returning, resurrected, dormant } = tally;
  for (let customer = 0; customer + 1 < offsets.length; customer++) {
    const end = offsets[customer + 1]!;
    let last = NEVER;
    let periodEnd = -Infinity;
    for (let row = offsets[customer]!; row < end; row++) {
      const instant = at[row]!;
      if (instant < periodEnd) continue;
      if (instant >= asOf) break;
      const next = last + 1;
      // Most often it is the next one, which is asked first, since that costs less than to look it up.
      const place = next >= 0 && instant < boundaries[next + 1]! ? next : periodAt(index, instant);
      periodEnd = boundaries[place + 1]!;
      if (place === next) returning[place]!++;
      else if (last === NEVER) fresh[place]!++;
      else {
        dormant[next]!++;
        resurrected[place]!++;
      }
      last = place;
    }
    if (last !== NEVER && last + 1 < count) dormant[last + 1]!++;
  }
  return tally;
}
