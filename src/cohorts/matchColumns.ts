import type { CohortPlan } from './cohortPlan.ts';
import type { Member } from './eachMember.ts';
import { addAmount } from './ownPeriods.ts';

/** Turns what a member did in each column into whether they count as retained in it, and with which amounts. */
export function matchColumns(plan: CohortPlan, member: Member): void {
  const { match } = plan.rules;
  if (match === 'onOrAfter') addLater(plan, member);
  if (match === 'onOrBefore') addEarlier(member);
  if (match === 'streak') endStreak(plan, member);
}

/** Retained in a column is who was there in it or in a later one, or behind the last. */
function addLater({ layout }: CohortPlan, { begun, retained, amounts, lost }: Member): void {
  const behind = layout.count;
  for (let column = begun - 1; column >= 0; column--) {
    const next = column === begun - 1 ? behind : column + 1;
    if (retained[next] === 1) retained[column] = 1;
    addAmount(amounts, lost, column, amounts[next]!);
    lost[column]! += lost[next]!;
  }
}

/** Retained in a column but the first is who was there in it or in one between; the amounts of the first count in each. */
function addEarlier({ begun, retained, amounts, lost }: Member): void {
  for (let column = 1; column < begun; column++) {
    if (column > 1 && retained[column - 1] === 1) retained[column] = 1;
    addAmount(amounts, lost, column, amounts[column - 1]!);
    lost[column]! += lost[column - 1]!;
  }
}

/** Retained is who was there in every column from 1 on; a period that the zone skipped takes nobody out. */
function endStreak(plan: CohortPlan, member: Member): void {
  const { begun, retained, amounts, lost } = member;
  let isThere = true;
  for (let column = 1; column < begun; column++) {
    isThere = isThere && (retained[column] === 1 || isSkipped(plan, member.span.first, column));
    if (isThere) continue;
    retained[column] = 0;
    amounts[column] = 0;
    lost[column] = 0;
  }
}

/** Whether a column is a single period, which the zone skipped, for members who came in the period `first`. */
export function isSkipped({ hasSkips, layout, columnIndex }: CohortPlan, first: number, column: number): boolean {
  if (!hasSkips || layout.first[column] !== layout.last[column]) return false;
  const period = first + layout.first[column]!;
  return columnIndex.boundaries[period] === columnIndex.boundaries[period + 1];
}
