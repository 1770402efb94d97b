import { periodLabels } from '../time/periodLabels.ts';
import { type CellSource, cohortCells } from './cohortCells.ts';
import { type CohortPlan, cohortStart, readSpan } from './cohortPlan.ts';
import type { Cohort } from './types.ts';

/** The cohorts of a tally as records: of an attribute's values, or of the periods of a group of customers. */
export function cohortRecords(source: CellSource, group: number): Cohort[] {
  return source.plan.isByAttribute ? attributeCohorts(source) : periodCohorts(source, group);
}

function periodCohorts(source: CellSource, group: number): Cohort[] {
  const { plan, tally } = source;
  const { boundaries, count } = plan.cohortIndex;
  return periodLabels(plan.cohortIndex).flatMap((label, period) => {
    // A day that the zone skipped.
    if (boundaries[period] === boundaries[period + 1]) return [];
    const cohort = group * count + period;
    return [
      {
        label,
        value: undefined,
        from: boundaries[period]!,
        size: tally.sizes[cohort]!,
        returnedInPeriod0: tally.returned[cohort]!,
        cells: cohortCells(source, cohort, spanAt(plan, cohortStart(plan, period))),
      },
    ];
  });
}

function attributeCohorts(source: CellSource): Cohort[] {
  const { plan, tally } = source;
  const { values } = plan.groups!;
  return values.flatMap((value, cohort) => {
    if (tally.sizes[cohort] === 0) return [];
    return [
      {
        label: String(value),
        value,
        from: tally.firstAt[cohort]!,
        size: tally.sizes[cohort]!,
        returnedInPeriod0: tally.returned[cohort]!,
        cells: cohortCells(source, cohort, spanAt(plan, tally.firstAt[cohort]!)),
      },
    ];
  });
}

function spanAt(plan: CohortPlan, at: number): { first: number; ended: number; begun: number } {
  const span = { first: 0, ended: 0, begun: 0 };
  readSpan(plan, at, span);
  return span;
}
