import { DAY } from '../log/day.ts';
import type { EventLog } from '../log/types.ts';
import type { Durations } from '../statistics/durations.ts';
import { periodAt } from '../time/periodAt.ts';
import type { PeriodIndex } from '../time/types.ts';

/** Days from first to second purchases, one entry a customer, grouped by the period of the first. */
export interface SecondPurchases extends Durations {
  readonly time: Float64Array;
  readonly ended: Uint8Array;
  /** Where the customers of each period begin, and at last how many there are. */
  readonly starts: Int32Array;
  readonly joinedOrders: number;
  readonly laterOrders: number;
}

/** One pass over the log; events from `asOf` on are not looked at. */
export function secondPurchases(log: EventLog, index: PeriodIndex, asOf: number): SecondPurchases {
  const { offsets, at } = log;
  const starts = countStarts(log, index, asOf);
  const next = starts.slice();
  const time = new Float64Array(starts[index.count]!);
  const ended = new Uint8Array(time.length);
  let joinedOrders = 0;
  let laterOrders = 0;
  for (let customer = 0; customer + 1 < offsets.length; customer++) {
    const first = offsets[customer]!;
    let end = offsets[customer + 1]!;
    while (end > first && at[end - 1]! >= asOf) end--;
    laterOrders += offsets[customer + 1]! - end;
    if (end === first) continue;
    let second = first + 1;
    while (second < end && at[second] === at[first]) second++;
    joinedOrders += second - first - 1;
    const place = next[periodAt(index, at[first]!)]!++;
    ended[place] = second < end ? 1 : 0;
    time[place] = ((second < end ? at[second]! : asOf) - at[first]!) / DAY;
  }
  return { time, ended, starts, joinedOrders, laterOrders };
}

/** How many customers came before each period, and at last how many came at all. */
function countStarts({ offsets, at }: EventLog, index: PeriodIndex, asOf: number): Int32Array {
  const starts = new Int32Array(index.count + 1);
  for (let customer = 0; customer + 1 < offsets.length; customer++) {
    const first = at[offsets[customer]!]!;
    if (first < asOf) starts[periodAt(index, first) + 1]!++;
  }
  for (let period = 1; period < starts.length; period++) starts[period]! += starts[period - 1]!;
  return starts;
}
