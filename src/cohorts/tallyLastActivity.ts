import { periodAt } from '../time/periodAt.ts';
import type { CohortPlan } from './cohortPlan.ts';
import { type CohortTally, emptyTally } from './cohortTally.ts';
import { hasReturned } from './hasReturned.ts';
import { withMembers } from './withMembers.ts';

/**
 * Counts who is there on or after each period, by the plain rules and without amounts: of each customer the first and the
 * last event say it all.
 */
export function tallyLastActivity(plan: CohortPlan): CohortTally {
  const { asOf, rows, layout, cohortIndex } = plan;
  const { boundaries } = cohortIndex;
  const { offsets, at } = plan.log;
  const tally = emptyTally(rows, false, false);
  const { retained } = tally.ended;
  for (let customer = 0; customer + 1 < offsets.length; customer++) {
    const start = offsets[customer]!;
    if (at[start]! >= asOf) continue;
    let last = offsets[customer + 1]! - 1;
    while (at[last]! >= asOf) last--;
    const first = periodAt(cohortIndex, at[start]!);
    tally.sizes[first]!++;
    if (hasReturned(at, start, last + 1, boundaries[first + 1]!)) tally.returned[first]!++;
    const behind = at[last]! < boundaries[first + 1]! ? 0 : periodAt(cohortIndex, at[last]!) - first;
    retained[rows[first]! + Math.min(behind, layout.count - 1)]!++;
  }
  for (let first = 0; first + 1 < rows.length; first++)
    for (let cell = rows[first + 1]! - 2; cell >= rows[first]!; cell--) retained[cell]! += retained[cell + 1]!;
  return withMembers(plan, tally);
}
