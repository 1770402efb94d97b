import type { EventLog } from '../log/types.ts';
import { periodAt } from '../time/periodAt.ts';
import type { PeriodIndex } from '../time/types.ts';

/** Who came when and was active when, per group of customers: flat triangles, one row a first period. */
export interface ActivityTally {
  /** Members per group and first period. */
  readonly sizes: Int32Array;
  /** Those with another event, later than their first, in their first period. */
  readonly returned: Int32Array;
  /** Active members per group, first period and later period. */
  readonly active: Int32Array;
  /** Their amounts, without what rounding lost. */
  readonly amounts: Float64Array;
  /** What rounding lost, to be added at the end (Neumaier). */
  readonly lost: Float64Array;
}

/** Place of a first period's row in a triangle of `count` periods: the row of period p has `count - p` cells. */
export function triangleRow(first: number, count: number): number {
  return first * count - (first * (first - 1)) / 2;
}

/** A tally of nobody. */
export function emptyTally(count: number, groupCount: number): ActivityTally {
  const triangle = triangleRow(count, count);
  return {
    sizes: new Int32Array(groupCount * count),
    returned: new Int32Array(groupCount * count),
    active: new Int32Array(groupCount * triangle),
    amounts: new Float64Array(groupCount * triangle),
    lost: new Float64Array(groupCount * triangle),
  };
}

/**
 * One pass over the log. `groupOf[customer]` is the customer's group; events from `asOf` on are not looked at. Each
 * customer's events ascend, so that a period is new exactly when it is not the last one seen.
 */
export function tallyActivity(
  log: EventLog,
  index: PeriodIndex,
  asOf: number,
  groupOf: Int32Array,
  groupCount: number,
): ActivityTally {
  const { count, boundaries } = index;
  const triangle = triangleRow(count, count);
  const tally = emptyTally(count, groupCount);
  const { sizes, returned, active, amounts, lost } = tally;
  const { offsets, at, amount } = log;
  for (let customer = 0; customer < groupOf.length; customer++) {
    const start = offsets[customer]!;
    const end = offsets[customer + 1]!;
    if (at[start]! >= asOf) continue;
    const first = periodAt(index, at[start]!);
    const group = groupOf[customer]!;
    const cell0 = group * triangle + triangleRow(first, count) - first;
    sizes[group * count + first]!++;
    const firstEnd = boundaries[first + 1]!;
    let later = start + 1;
    while (later < end && at[later]! === at[start]!) later++;
    if (later < end && at[later]! < firstEnd && at[later]! < asOf) returned[group * count + first]!++;
    let periodEnd = -Infinity;
    let cell = cell0;
    for (let row = start; row < end && at[row]! < asOf; row++) {
      if (at[row]! >= periodEnd) {
        const period = periodAt(index, at[row]!);
        periodEnd = boundaries[period + 1]!;
        cell = cell0 + period;
        active[cell]!++;
      }
      if (amount !== undefined) {
        const value = amount[row]!;
        const before = amounts[cell]!;
        const total = before + value;
        lost[cell]! += Math.abs(before) >= Math.abs(value) ? before - total + value : value - total + before;
        amounts[cell] = total;
      }
    }
  }
  return tally;
}
