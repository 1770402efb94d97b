import { ratio } from '../numeric/ratio.ts';
import { cohortHeads } from './cohortHeads.ts';
import { type CohortPlan, cohortStart, type MemberSpan, readSpan } from './cohortPlan.ts';
import type { CohortTally, TallyLayer } from './cohortTally.ts';
import { isSkipped } from './matchColumns.ts';
import { shareInterval } from './shareInterval.ts';
import type { Cohort, CohortCell } from './types.ts';

/** What cells are made from. */
export interface CellSource {
  readonly plan: CohortPlan;
  readonly tally: CohortTally;
  /** Normal quantile of the intervals. */
  readonly z: number;
}

/** The cohorts of a tally as records, of a group of customers where there are several. */
export function cohortRecords(source: CellSource, group: number): Cohort[] {
  return cohortHeads(source.plan, source.tally, group).map(({ place, ...head }) => ({
    ...head,
    cells: cohortCells(source, place),
  }));
}

/** The cells of a cohort as records. */
function cohortCells(source: CellSource, cohort: number): CohortCell[] {
  const cells: CohortCell[] = [];
  eachCell(source, cohort, (column, layer, cell, isObserved) => {
    cells.push(cohortCell(source, column, layer, cell, isObserved));
  });
  return cells;
}

/**
 * Gives the cells of a cohort, each about the members for whom its column has ended, or, where it has ended for none, about
 * those for whom it has begun. A cohort of nobody has the cells of someone who would have come at its first instant.
 */
export function eachCell(
  { plan, tally }: Pick<CellSource, 'plan' | 'tally'>,
  cohort: number,
  give: (column: number, layer: TallyLayer, cell: number, isObserved: boolean) => void,
): void {
  const { rows, sizes, ended, begun } = tally;
  const isEmpty = sizes[cohort] === 0;
  const nobody = spanOfNobody(plan, cohort);
  const endedColumns = plan.layout.endedOf[nobody.ended]!;
  for (let cell = rows[cohort]!; cell < rows[cohort + 1]!; cell++) {
    const column = cell - rows[cohort]!;
    if (isEmpty && isSkipped(plan, nobody.first, column)) continue;
    const isObserved = isEmpty ? column < endedColumns : ended.members[cell]! > 0;
    if (isObserved || isEmpty || begun.members[cell]! > 0) give(column, isObserved ? ended : begun, cell, isObserved);
  }
}

/** The span of one who would have come at the first instant of a cohort of a period. */
function spanOfNobody(plan: CohortPlan, cohort: number): MemberSpan {
  const span = { first: 0, ended: 0, begun: 0 };
  if (!plan.isByAttribute) readSpan(plan, cohortStart(plan, cohort % plan.cohortIndex.count), span);
  return span;
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
export function amountOf({ amounts, lost }: TallyLayer, cell: number): number {
  return Number.isFinite(amounts[cell]!) ? amounts[cell]! + lost[cell]! : amounts[cell]!;
}
