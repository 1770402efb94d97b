import type { CohortPlan } from './cohortPlan.ts';
import { type CohortTally, emptyTally } from './cohortTally.ts';
import { eachMember, type Member } from './eachMember.ts';
import { isSkipped } from './matchColumns.ts';
import { addAmount } from './ownPeriods.ts';

/** Counts the members of every cohort by whatever rules there are; `walk` gives them, from the events unless told. */
export function tallyMembers(
  plan: CohortPlan,
  walk: (plan: CohortPlan, visit: (member: Member) => void) => void = eachMember,
): CohortTally {
  const hasAmounts = plan.log.amount !== undefined;
  const tally = emptyTally(plan.rows, hasAmounts, plan.columns.base === 'previousPeriod');
  walk(plan, (member) => addMember(plan, tally, member, hasAmounts));
  return tally;
}

function addMember(plan: CohortPlan, tally: CohortTally, member: Member, hasAmounts: boolean): void {
  const row = tally.rows[member.cohort]!;
  tally.sizes[member.cohort]!++;
  tally.firstAt[member.cohort] = Math.min(tally.firstAt[member.cohort]!, member.at);
  if (member.hasReturned) tally.returned[member.cohort]!++;
  const hasBase = tally.ended.base !== tally.ended.members;
  let before = 1;
  for (let column = 0; column < member.begun; column++) {
    if (isSkipped(plan, member.span.first, column)) continue;
    const layer = column < member.ended ? tally.ended : tally.begun;
    const cell = row + column;
    layer.members[cell]!++;
    layer.retained[cell]! += member.retained[column]!;
    if (hasBase) layer.base[cell]! += before;
    before = member.retained[column]!;
    if (!hasAmounts) continue;
    addAmount(layer.amounts, layer.lost, cell, member.amounts[column]!);
    layer.lost[cell]! += member.lost[column]!;
  }
}
