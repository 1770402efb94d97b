import { periodLabels } from '../time/periodLabels.ts';
import type { CohortPlan } from './cohortPlan.ts';
import type { CohortTally } from './cohortTally.ts';
import type { Cohort } from './types.ts';

/** A cohort without its cells, and its place in the tally. */
export interface CohortHead extends Omit<Cohort, 'cells'> {
  readonly place: number;
}

/** The cohorts of a tally: of an attribute's values, or of the periods of a group of customers. */
export function cohortHeads(plan: CohortPlan, tally: CohortTally, group: number): CohortHead[] {
  return plan.isByAttribute ? attributeHeads(plan, tally) : periodHeads(plan, tally, group);
}

function periodHeads({ cohortIndex }: CohortPlan, { sizes, returned }: CohortTally, group: number): CohortHead[] {
  const { boundaries, count } = cohortIndex;
  return periodLabels(cohortIndex).flatMap((label, period) => {
    // A day that the zone skipped.
    if (boundaries[period] === boundaries[period + 1]) return [];
    const place = group * count + period;
    const from = boundaries[period]!;
    return [{ place, label, value: undefined, from, size: sizes[place]!, returnedInPeriod0: returned[place]! }];
  });
}

function attributeHeads({ groups }: CohortPlan, { sizes, returned, firstAt }: CohortTally): CohortHead[] {
  return groups!.values.flatMap((value, place) => {
    if (sizes[place] === 0) return [];
    const from = firstAt[place]!;
    return [{ place, label: String(value), value, from, size: sizes[place]!, returnedInPeriod0: returned[place]! }];
  });
}
