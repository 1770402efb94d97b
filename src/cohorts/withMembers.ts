import type { CohortPlan } from './cohortPlan.ts';
import type { CohortTally } from './cohortTally.ts';

/**
 * Fills in whom the cells of cohorts of periods are about. All members of one have had the same time: a cell is about all
 * of them, whether its column has ended or is under way.
 */
export function withMembers({ cohortIndex, rows, asOf }: CohortPlan, { ended, ...tally }: CohortTally): CohortTally {
  const { boundaries } = cohortIndex;
  const begun = { ...ended, members: tally.begun.members, base: tally.begun.members };
  for (let first = 0; first + 1 < rows.length; first++)
    for (let cell = rows[first]!; cell < rows[first + 1]!; cell++) {
      const period = first + cell - rows[first]!;
      // A day that the zone skipped is about nobody.
      if (boundaries[period] === boundaries[period + 1]) continue;
      const layer = boundaries[period + 1]! <= asOf ? ended : begun;
      layer.members[cell] = tally.sizes[first]!;
    }
  return { ...tally, ended, begun };
}
