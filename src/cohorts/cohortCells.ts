import { ratio } from '../numeric/ratio.ts';
import type { CohortPlan, MemberSpan } from './cohortPlan.ts';
import type { CohortTally, TallyLayer } from './cohortTally.ts';
import { isSkipped } from './matchColumns.ts';
import { shareInterval } from './shareInterval.ts';
import type { CohortCell } from './types.ts';

/** What cells are made from. */
export interface CellSource {
  readonly plan: CohortPlan;
  readonly tally: CohortTally;
  /** Normal quantile of the intervals. */
  readonly z: number;
}

/**
 * The cells of a cohort: each about the members for whom its column has ended, or, where it has ended for none, about
 * those for whom it has begun. A cohort of nobody has the cells of someone who would have come at its first instant, whose
 * span `nobody` is.
 */
export function cohortCells(source: CellSource, cohort: number, nobody: MemberSpan): CohortCell[] {
  const { plan, tally } = source;
  const row = tally.rows[cohort]!;
  const cells: CohortCell[] = [];
  for (let column = 0; row + column < tally.rows[cohort + 1]!; column++) {
    const cell = row + column;
    const isEmpty = tally.sizes[cohort] === 0;
    if (isEmpty && isSkipped(plan, nobody.first, column)) continue;
    const isObserved = isEmpty ? column < plan.layout.endedOf[nobody.ended]! : tally.ended.members[cell]! > 0;
    if (!isObserved && !isEmpty && tally.begun.members[cell] === 0) continue;
    cells.push(cohortCell(source, column, isObserved ? tally.ended : tally.begun, cell, isObserved));
  }
  return cells;
}

function cohortCell(
  { plan, z }: CellSource,
  column: number,
  layer: TallyLayer,
  cell: number,
  isObserved: boolean,
): CohortCell {
  const members = layer.members[cell]!;
  const retained = layer.retained[cell]!;
  const base = layer.base[cell]!;
  const amount = plan.log.amount === undefined ? Number.NaN : amountOf(layer, cell);
  return {
    period: plan.layout.first[column]!,
    lastPeriod: plan.layout.last[column]!,
    members,
    retained,
    base,
    rate: ratio(retained, base),
    interval: shareInterval({ members, retained, base }, plan.rules, z),
    amount,
    amountPerMember: ratio(amount, members),
    amountPerRetained: ratio(amount, retained),
    state: isObserved ? 'observed' : 'partial',
  };
}

/** What rounding lost of a sum that is not finite is NaN. */
function amountOf({ amounts, lost }: TallyLayer, cell: number): number {
  return Number.isFinite(amounts[cell]!) ? amounts[cell]! + lost[cell]! : amounts[cell]!;
}
