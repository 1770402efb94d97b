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
  let next = layout.count;
  for (let column = begun - 1; column >= 0; column--) {
    if (retained[next] === 1) joinColumn(retained, amounts, lost, column, next);
    if (retained[column] === 1) next = column;
  }
}

/** Retained in a column but the first is who was there in it or in one between; the amounts of the first count in each. */
function addEarlier({ begun, retained, amounts, lost }: Member): void {
  for (let column = 1; column < begun; column++) {
    const isThere = retained[column] === 1 || (column > 1 && retained[column - 1] === 1);
    joinColumn(retained, amounts, lost, column, column - 1);
    retained[column] = isThere ? 1 : 0;
  }
}

/** Retains in a column, whose amounts become those of both, who is in the one beside it. */
function joinColumn(
  retained: Uint8Array,
  amounts: Float64Array,
  lost: Float64Array,
  column: number,
  beside: number,
): void {
  if (retained[column] === 0) {
    retained[column] = 1;
    amounts[column] = amounts[beside]!;
    lost[column] = lost[beside]!;
    return;
  }
  addAmount(amounts, lost, column, amounts[beside]!);
  lost[column]! += lost[beside]!;
}

/** Retained is who was there in every column from 1 on; a period that the zone skipped takes nobody out. */
function endStreak(plan: CohortPlan, { begun, retained, span }: Member): void {
  let end = 1;
  while (end < begun && (retained[end] === 1 || isSkipped(plan, span.first, end))) end++;
  retained.fill(0, end, begun);
}

/** Whether a column is a single period, which the zone skipped, for members who came in the period `first`. */
export function isSkipped({ hasSkips, layout, columnIndex }: CohortPlan, first: number, column: number): boolean {
  if (!hasSkips || layout.first[column] !== layout.last[column]) return false;
  const period = first + layout.first[column]!;
  return columnIndex.boundaries[period] === columnIndex.boundaries[period + 1];
}
