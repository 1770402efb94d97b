import { ratio } from '../numeric/ratio.ts';
import { sum } from '../numeric/sum.ts';
import { wilsonLower, wilsonUpper } from '../statistics/wilson.ts';
import type { PeriodIndex } from '../time/types.ts';
import { type ActivityTally, triangleRow } from './tallyActivity.ts';
import type { CohortCell } from './types.ts';

/** What cells are made from. */
export interface CellSource {
  readonly index: PeriodIndex;
  readonly tally: ActivityTally;
  readonly asOf: number;
  /** Normal quantile of the intervals. */
  readonly z: number;
  readonly hasAmounts: boolean;
}

interface CellCounts {
  readonly members: number;
  readonly retained: number;
  readonly amount: number;
}

/**
 * The cells of a group's members who came in the periods `firsts`. Each cell adds up those for whom the period has
 * ended, or, where it has ended for none, those for whom it has begun.
 */
export function cohortCells(source: CellSource, group: number, firsts: readonly number[]): CohortCell[] {
  const { index, asOf } = source;
  const { boundaries, count } = index;
  const cells: CohortCell[] = [];
  for (let period = 0; period < count; period++) {
    const begun = firsts.filter((first) => first + period < count && !isSkipped(boundaries, first + period));
    const ended = begun.filter((first) => boundaries[first + period + 1]! <= asOf);
    if (begun.length === 0) continue;
    const isObserved = ended.length > 0;
    const counts = countCell(source, group, isObserved ? ended : begun, period);
    cells.push(cohortCell(counts, period, isObserved ? 'observed' : 'partial', source.z));
  }
  return cells;
}

/** A day that the zone skipped has length zero. */
function isSkipped(boundaries: Float64Array, period: number): boolean {
  return boundaries[period] === boundaries[period + 1];
}

function countCell(
  { index, tally, hasAmounts }: CellSource,
  group: number,
  firsts: readonly number[],
  period: number,
): CellCounts {
  const { count } = index;
  const triangle = triangleRow(count, count);
  let members = 0;
  let retained = 0;
  const amounts: number[] = [];
  for (const first of firsts) {
    const cell = group * triangle + triangleRow(first, count) + period;
    members += tally.sizes[group * count + first]!;
    retained += tally.active[cell]!;
    amounts.push(tally.amounts[cell]!, tally.lost[cell]!);
  }
  return { members, retained, amount: hasAmounts ? sum(amounts) : Number.NaN };
}

function cohortCell(
  { members, retained, amount }: CellCounts,
  period: number,
  state: CohortCell['state'],
  z: number,
): CohortCell {
  return {
    period,
    lastPeriod: period,
    members,
    retained,
    base: members,
    rate: ratio(retained, members),
    interval: { lower: wilsonLower(retained, members, z), upper: wilsonUpper(retained, members, z) },
    amount,
    amountPerMember: ratio(amount, members),
    amountPerRetained: ratio(amount, retained),
    state,
  };
}
