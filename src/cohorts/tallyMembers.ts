import type { CohortPlan } from './cohortPlan.ts';
import { type CohortTally, emptyTally, type TallyLayer } from './cohortTally.ts';
import { eachMember, type Member } from './eachMember.ts';
import { isSkipped } from './matchColumns.ts';
import { addAmount } from './ownPeriods.ts';

/** Counts the members of every cohort by whatever rules there are; `walk` gives them, from the events unless told. */
export function tallyMembers(
  plan: CohortPlan,
  walk: (plan: CohortPlan, visit: (member: Member) => void) => void = eachMember,
): CohortTally {
  const tally = emptyTally(plan.rows, plan.log.amount !== undefined, plan.columns.base === 'previousPeriod');
  walk(plan, (member) => {
    countMember(plan, tally, member);
    addRetained(plan, tally, member);
  });
  if (!plan.hasSkips) spreadMembers(tally);
  return tally;
}

/** Counts a member in the last column that has ended for them: `spreadMembers` counts them in all before. */
function countMember(
  plan: CohortPlan,
  { rows, sizes, firstAt, returned, ended, begun }: CohortTally,
  member: Member,
): void {
  const { cohort } = member;
  const row = rows[cohort]!;
  sizes[cohort]!++;
  firstAt[cohort] = Math.min(firstAt[cohort]!, member.at);
  if (member.hasReturned) returned[cohort]!++;
  if (plan.hasSkips) {
    for (let column = 0; column < member.begun; column++)
      if (!isSkipped(plan, member.span.first, column)) (column < member.ended ? ended : begun).members[row + column]!++;
    return;
  }
  if (member.ended > 0) ended.members[row + member.ended - 1]!++;
  if (member.begun > member.ended) begun.members[row + member.ended]!++;
}

function spreadMembers({ rows, ended }: CohortTally): void {
  for (let cohort = 0; cohort + 1 < rows.length; cohort++)
    for (let cell = rows[cohort + 1]! - 2; cell >= rows[cohort]!; cell--)
      ended.members[cell]! += ended.members[cell + 1]!;
}

/** Counts a member in each column in which they are retained, and in the base of the next one. */
function addRetained(plan: CohortPlan, tally: CohortTally, member: Member): void {
  const { span, retained, amounts, lost, ended, begun } = member;
  const row = tally.rows[member.cohort]!;
  const hasAmounts = plan.log.amount !== undefined;
  const hasBase = tally.ended.base !== tally.ended.members;
  // By that match amounts of period 0 count in every column, whoever is back.
  const isEach = plan.rules.match === 'onOrBefore';
  if (hasBase) layerOf(tally, member, 0).base[row]!++;
  for (let column = 0; column < begun; column++) {
    if ((retained[column] === 0 && !isEach) || isSkipped(plan, span.first, column)) continue;
    const layer = column < ended ? tally.ended : tally.begun;
    layer.retained[row + column]! += retained[column]!;
    if (hasBase && retained[column] === 1) {
      let next = column + 1;
      while (next < begun && isSkipped(plan, span.first, next)) next++;
      if (next < begun) layerOf(tally, member, next).base[row + next]!++;
    }
    if (!hasAmounts) continue;
    addAmount(layer.amounts, layer.lost, row + column, amounts[column]!);
    layer.lost[row + column]! += lost[column]!;
  }
}

function layerOf(tally: CohortTally, member: Member, column: number): TallyLayer {
  return column < member.ended ? tally.ended : tally.begun;
}
