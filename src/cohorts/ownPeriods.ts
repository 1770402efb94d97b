import type { EventLog } from '../log/types.ts';
import { periodAt } from '../time/periodAt.ts';
import type { CohortPlan } from './cohortPlan.ts';

/** One customer's periods with return events, ascending: columns that are used again for each customer. */
export interface OwnPeriods {
  /** How many there are; what stands behind them is of an earlier customer. */
  known: number;
  /** The periods: of the calendar, or blocks from the customer's own start. */
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
    known: 0,
    period: new Int32Array(count),
    events: new Int32Array(count),
    amount: new Float64Array(count),
    lost: new Float64Array(count),
  };
}

/** Reads the periods of the calendar of the return events of the rows from `row` up to, not including, `end`. */
export function readPeriods({ log, rules, columnIndex }: CohortPlan, own: OwnPeriods, row: number, end: number): void {
  const { at, amount } = log;
  const { boundaries } = columnIndex;
  own.known = 0;
  let periodEnd = -Infinity;
  for (let event = row; event < end; event++) {
    if (rules.returned?.[event] === 0) continue;
    if (at[event]! >= periodEnd) {
      const period = periodAt(columnIndex, at[event]!);
      periodEnd = boundaries[period + 1]!;
      openPeriod(own, period);
    }
    addEvent(own, amount, event);
  }
}

/** The same by blocks of time from `anchor` on. */
export function readBlocks(
  { log, rules }: CohortPlan,
  own: OwnPeriods,
  row: number,
  end: number,
  { anchor, length }: { readonly anchor: number; readonly length: number },
): void {
  const { at, amount } = log;
  own.known = 0;
  let blockEnd = -Infinity;
  for (let event = row; event < end; event++) {
    if (rules.returned?.[event] === 0) continue;
    if (at[event]! >= blockEnd) {
      const block = Math.floor((at[event]! - anchor) / length);
      blockEnd = anchor + (block + 1) * length;
      openPeriod(own, block);
    }
    addEvent(own, amount, event);
  }
}

function openPeriod(own: OwnPeriods, period: number): void {
  own.period[own.known] = period;
  own.events[own.known] = 0;
  own.amount[own.known] = 0;
  own.lost[own.known++] = 0;
}

function addEvent(own: OwnPeriods, amount: EventLog['amount'], event: number): void {
  own.events[own.known - 1]!++;
  if (amount !== undefined) addAmount(own.amount, own.lost, own.known - 1, amount[event]!);
}

/** Adds to a sum, and to what rounding lost of it (Neumaier). */
export function addAmount(amounts: Float64Array, lost: Float64Array, cell: number, value: number): void {
  const before = amounts[cell]!;
  const total = before + value;
  lost[cell]! += Math.abs(before) >= Math.abs(value) ? before - total + value : value - total + before;
  amounts[cell] = total;
}
