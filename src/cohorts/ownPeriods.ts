import type { EventLog } from '../log/types.ts';
import { periodAt } from '../time/periodAt.ts';
import type { PeriodIndex } from '../time/types.ts';

/** One customer's periods with return events, ascending: columns that are used again for each customer. */
export interface OwnPeriods {
  /** The periods. */
  readonly period: Int32Array;
  /** How many return events in each. */
  readonly events: Int32Array;
  /** Sum of their amounts. */
  readonly amount: Float64Array;
  /** What rounding lost of it (Neumaier). */
  readonly lost: Float64Array;
}

/** Columns for as many periods as there may be. */
export function emptyPeriods(count: number): OwnPeriods {
  return {
    period: new Int32Array(count),
    events: new Int32Array(count),
    amount: new Float64Array(count),
    lost: new Float64Array(count),
  };
}

/** Reads the periods of the chosen events of the rows from `row` up to, not including, `end`; gives how many. */
export function readPeriods(
  log: EventLog,
  index: PeriodIndex,
  chosen: Uint8Array | undefined,
  { period, events, amount, lost }: OwnPeriods,
  row: number,
  end: number,
): number {
  let known = 0;
  let periodEnd = -Infinity;
  for (let event = row; event < end; event++) {
    if (chosen !== undefined && chosen[event] === 0) continue;
    if (log.at[event]! >= periodEnd) {
      const place = periodAt(index, log.at[event]!);
      periodEnd = index.boundaries[place + 1]!;
      period[known] = place;
      events[known] = 0;
      amount[known] = 0;
      lost[known++] = 0;
    }
    events[known - 1]!++;
    if (log.amount !== undefined) addAmount(amount, lost, known - 1, log.amount[event]!);
  }
  return known;
}

/** Adds to a sum, and to what rounding lost of it (Neumaier). */
export function addAmount(amounts: Float64Array, lost: Float64Array, cell: number, value: number): void {
  const before = amounts[cell]!;
  const total = before + value;
  lost[cell]! += Math.abs(before) >= Math.abs(value) ? before - total + value : value - total + before;
  amounts[cell] = total;
}
