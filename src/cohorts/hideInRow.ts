import type { Cohort, CohortCell, CohortDefinition } from './types.ts';

/** From which number of customers on a group is shown, and what the table counts. */
export interface SmallRule {
  readonly minimumCustomers: number;
  readonly definition: CohortDefinition;
}

/** A cohort, and what of it is hidden. */
export interface RowMask {
  readonly cohort: Cohort;
  /** Whether all of it is, its size too. */
  isHidden: boolean;
  hidesReturned: boolean;
  /** 1 for each hidden cell. */
  readonly hides: Uint8Array;
}

/** A cohort of which nothing is hidden. */
export function emptyRow(cohort: Cohort): RowMask {
  return { cohort, isHidden: false, hidesReturned: false, hides: new Uint8Array(cohort.cells.length) };
}

/** How much is hidden in all. */
export function hiddenCount(rows: readonly RowMask[]): number {
  const cells = (total: number, hides: number): number => total + hides;
  return rows.reduce(
    (total, row) => total + Number(row.isHidden) + Number(row.hidesReturned) + row.hides.reduce(cells, 0),
    0,
  );
}

/** Whether a count is of somebody, but of too few. */
export function isSmall({ minimumCustomers }: SmallRule, count: number): boolean {
  return count >= 1 && count < minimumCustomers;
}

/** Whether those retained in one column hold those of the next, or the other way round. */
export function isNested({ definition }: SmallRule): boolean {
  return definition.match !== 'on';
}

/** Hides what a row tells of few customers, by itself and against the shown cell before. */
export function hideInRow(row: RowMask, rule: SmallRule): void {
  const { cohort, hides } = row;
  const { size, returnedInPeriod0, cells } = cohort;
  if (isSmall(rule, size)) row.isHidden = true;
  if (row.isHidden || isSmall(rule, returnedInPeriod0) || isSmall(rule, size - returnedInPeriod0))
    row.hidesReturned = true;
  let before = { members: size, retained: size };
  for (let place = 0; place < cells.length; place++) {
    const cell = cells[place]!;
    const isAfterHidden = rule.definition.base === 'previousPeriod' && hides[place - 1] === 1;
    if (row.isHidden || isAfterHidden || groupsOf(cell, before, rule).some((count) => isSmall(rule, count)))
      hides[place] = 1;
    if (hides[place] === 0) before = cell;
  }
}

/** The groups that a cell tells the number of, beside the shown one before. */
function groupsOf(
  cell: CohortCell,
  before: Pick<CohortCell, 'members' | 'retained'>,
  rule: SmallRule,
): readonly number[] {
  const step = isNested(rule) ? Math.abs(before.retained - cell.retained) : 0;
  return [...countsOf(cell, rule), Math.abs(before.members - cell.members), step];
}

/** The groups that a cell by itself tells the number of. */
export function countsOf({ members, retained, base }: CohortCell, rule: SmallRule): readonly number[] {
  const counts = [members, retained, members - retained];
  if (rule.definition.base !== 'previousPeriod') return counts;
  return [...counts, base, members - base, isNested(rule) ? Math.abs(base - retained) : 0];
}
