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
    const start = offsets[customer]!;
    const end = offsets[customer + 1]!;
    if (at[start]! >= asOf) continue;
    let place = periodAt(index, at[start]!);
    let periodEnd = boundaries[place + 1]!;
    fresh[place]!++;
    for (let row = start + 1; row < end; row++) {
      const instant = at[row]!;
      if (instant < periodEnd) continue;
      if (instant >= asOf) break;
      // Most often it is the next one, which is asked first, since that costs less than to look it up.
      periodEnd = boundaries[++place + 1]!;
      if (instant < periodEnd) {
        returning[place]!++;
        continue;
      }
      dormant[place]!++;
      place = periodAt(index, instant);
      periodEnd = boundaries[place + 1]!;
      resurrected[place]!++;
    }
    if (place + 1 < count) dormant[place + 1]!++;
  }
  return tally;
}
