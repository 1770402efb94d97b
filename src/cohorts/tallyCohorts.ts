import type { CohortPlan } from './cohortPlan.ts';
import { isEveryEvent } from './cohortRules.ts';
import type { CohortTally } from './cohortTally.ts';
import { tallyActivity } from './tallyActivity.ts';
import { tallyLastActivity } from './tallyLastActivity.ts';
import { tallyMembers } from './tallyMembers.ts';

/** Counts the members of every cohort: in the shortest way where the rules are plain, else by whatever rules there are. */
export function tallyCohorts(plan: CohortPlan): CohortTally {
  const { log, columns, groups, columnIndex, cohortIndex, rules } = plan;
  const areColumnsPlain =
    columns.clock === 'calendar' &&
    columns.brackets === undefined &&
    columns.base === 'cohort' &&
    columnIndex === cohortIndex;
  if (groups === undefined && areColumnsPlain && isEveryEvent(rules)) {
    if (rules.match === 'on') return tallyActivity(plan);
    if (rules.match === 'onOrAfter' && log.amount === undefined) return tallyLastActivity(plan);
  }
  return tallyMembers(plan);
}
