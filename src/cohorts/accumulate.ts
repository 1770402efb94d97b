import type { CohortMatch } from './cohortRules.ts';
import { addAmount } from './ownPeriods.ts';
import { type ActivityTally, triangleRow } from './tallyActivity.ts';

/**
 * Makes the counts of a match of the marks that the pass left: who is retained on or after a period is so in every period
 * up to the last one marked, who is retained on or before it in every one from the first. Period 0 holds the members.
 */
export function accumulate(tally: ActivityTally, count: number, groupCount: number, match: CohortMatch): void {
  if (match === 'on') return;
  const triangle = triangleRow(count, count);
  for (let group = 0; group < groupCount; group++)
    for (let first = 0; first < count; first++) {
      const cell0 = group * triangle + triangleRow(first, count);
      const last = count - first - 1;
      if (match === 'onOrBefore') addForwards(tally, cell0, last);
      else addBackwards(tally, cell0, last, match === 'onOrAfter');
    }
}

function addForwards({ active, amounts, lost }: ActivityTally, cell0: number, last: number): void {
  for (let period = 1; period <= last; period++) {
    if (period > 1) active[cell0 + period]! += active[cell0 + period - 1]!;
    addAmount(amounts, lost, cell0 + period, amounts[cell0 + period - 1]!);
    lost[cell0 + period]! += lost[cell0 + period - 1]!;
  }
}

/** Amounts of a streak are those of the period itself. */
function addBackwards(
  { active, amounts, lost }: ActivityTally,
  cell0: number,
  last: number,
  withAmounts: boolean,
): void {
  for (let period = last - 1; period >= 0; period--) {
    if (period > 0) active[cell0 + period]! += active[cell0 + period + 1]!;
    if (!withAmounts) continue;
    addAmount(amounts, lost, cell0 + period, amounts[cell0 + period + 1]!);
    lost[cell0 + period]! += lost[cell0 + period + 1]!;
  }
}
