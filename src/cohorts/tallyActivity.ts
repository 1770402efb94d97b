import { periodAt } from '../time/periodAt.ts';
import type { CohortPlan } from './cohortPlan.ts';
import { type CohortTally, emptyTally } from './cohortTally.ts';

/**
 * Counts the members of cohorts of periods by the plain rules, in one pass over the log. Each customer's events ascend, so
 * that a period is new exactly when it is not the last one seen.
 */
export function tallyActivity(plan: CohortPlan): CohortTally {
  const { asOf, rows } = plan;
  const index = plan.cohortIndex;
  const { count, boundaries } = index;
  const columns = plan.layout.count;
  const { offsets, at, amount } = plan.log;
  const tally = emptyTally(rows, amount !== undefined, false);
  const { sizes, returned } = tally;
  const { retained, amounts, lost } = tally.ended;
  for (let customer = 0; customer + 1 < offsets.length; customer++) {
    const start = offsets[customer]!;
    const end = offsets[customer + 1]!;
    if (at[start]! >= asOf) continue;
    const first = periodAt(index, at[start]!);
    const cell0 = rows[first]! - first;
    sizes[first]!++;
    const firstEnd = boundaries[first + 1]!;
    let later = start + 1;
    while (later < end && at[later]! === at[start]!) later++;
    if (later < end && at[later]! < firstEnd && at[later]! < asOf) returned[first]!++;
    const stop = Math.min(asOf, boundaries[Math.min(first + columns, count)]!);
    let periodEnd = -Infinity;
    let cell = cell0;
    for (let row = start; row < end && at[row]! < stop; row++) {
      if (at[row]! >= periodEnd) {
        const period = periodAt(index, at[row]!);
        periodEnd = boundaries[period + 1]!;
        cell = cell0 + period;
        retained[cell]!++;
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
  return withMembers(plan, tally);
}

/** All members of a cohort of a period have had the same time: a cell is about all of them, ended or not. */
export function withMembers({ cohortIndex, rows, asOf }: CohortPlan, { ended, ...tally }: CohortTally): CohortTally {
  const { boundaries } = cohortIndex;
  const begun = { ...ended, members: tally.begun.members, base: tally.begun.members };
  for (let first = 0; first + 1 < rows.length; first++)
    for (let cell = rows[first]!; cell < rows[first + 1]!; cell++) {
      const period = first + cell - rows[first]!;
      if (boundaries[period] === boundaries[period + 1]) continue;
      const layer = boundaries[period + 1]! <= asOf ? ended : begun;
      layer.members[cell] = tally.sizes[first]!;
    }
  return { ...tally, ended, begun };
}
