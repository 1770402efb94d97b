import { periodAt } from '../time/periodAt.ts';
import type { PeriodIndex } from '../time/types.ts';
import type { CohortPlan } from './cohortPlan.ts';
import { type CohortTally, emptyTally, type TallyLayer } from './cohortTally.ts';
import { hasReturned } from './hasReturned.ts';
import { withMembers } from './withMembers.ts';

/** One customer's rows in a pass: written over by the next. */
interface OwnRows {
  start: number;
  end: number;
  /** The period of the first. */
  first: number;
  /** The instant from which on nothing is counted. */
  stop: number;
}

/**
 * Counts the members of cohorts of periods by the plain rules, in one pass over the log. Each customer's events ascend, so
 * that a period is new exactly when the one before is over.
 */
export function tallyActivity(plan: CohortPlan): CohortTally {
  const { asOf, rows, layout, cohortIndex } = plan;
  const { count, boundaries } = cohortIndex;
  const { offsets, at, amount } = plan.log;
  const tally = emptyTally(rows, amount !== undefined, false);
  const own = { start: 0, end: 0, first: 0, stop: 0 };
  for (let customer = 0; customer + 1 < offsets.length; customer++) {
    const start = offsets[customer]!;
    if (at[start]! >= asOf) continue;
    const first = periodAt(cohortIndex, at[start]!);
    own.start = start;
    own.end = offsets[customer + 1]!;
    own.first = first;
    own.stop = Math.min(asOf, boundaries[Math.min(first + layout.count, count)]!);
    tally.sizes[first]!++;
    if (hasReturned(at, start, own.end, Math.min(asOf, boundaries[first + 1]!))) tally.returned[first]!++;
    if (amount === undefined) countPeriods(cohortIndex, at, tally.ended.retained, rows[first]! - first, own);
    else addPeriods(cohortIndex, at, amount, tally.ended, rows[first]! - first, own);
  }
  return withMembers(plan, tally);
}

/** Counts each period once, without a look at the events between the first and the last of it where there are many. */
function countPeriods(
  index: PeriodIndex,
  at: Float64Array,
  retained: Int32Array,
  cell0: number,
  { start, end, first, stop }: OwnRows,
): void {
  const { boundaries } = index;
  const last = Math.min(at[end - 1]!, stop);
  let period = first;
  let periodEnd = boundaries[period + 1]!;
  let row = start;
  retained[cell0 + period]!++;
  while (periodEnd <= last) {
    while (row + 8 < end && at[row + 8]! < periodEnd) row += 8;
    while (at[row]! < periodEnd) row++;
    if (at[row]! >= stop) return;
    // Most often it is the next one, which is asked first, since that costs less than to look it up.
    period = at[row]! < boundaries[period + 2]! ? period + 1 : periodAt(index, at[row]!);
    periodEnd = boundaries[period + 1]!;
    retained[cell0 + period]!++;
  }
}

/** Counts each period once and adds up all its amounts (Neumaier). */
function addPeriods(
  index: PeriodIndex,
  at: Float64Array,
  amount: Float64Array,
  { retained, amounts, lost }: TallyLayer,
  cell0: number,
  { start, end, first, stop }: OwnRows,
): void {
  const { boundaries } = index;
  let period = first;
  let row = start;
  while (row < end && at[row]! < stop) {
    if (at[row]! >= boundaries[period + 1]!)
      period = at[row]! < boundaries[period + 2]! ? period + 1 : periodAt(index, at[row]!);
    const runEnd = Math.min(boundaries[period + 1]!, stop);
    const cell = cell0 + period;
    let total = amounts[cell]!;
    let gone = lost[cell]!;
    do {
      const value = amount[row]!;
      const next = total + value;
      gone += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
      total = next;
      row++;
    } while (row < end && at[row]! < runEnd);
    retained[cell]!++;
    amounts[cell] = total;
    lost[cell] = gone;
  }
}
