/** A cohort with cells of any kind. */
interface Row {
  readonly cells: readonly { readonly period: number }[];
}

/** The cells of one period, with their cohorts in the same places. */
export interface Column<Cohort extends Row> {
  readonly period: number;
  readonly cohorts: Cohort[];
  readonly cells: Cohort['cells'][number][];
}

/** The cells that count, column by column in order of time. */
export function columnsOf<Cohort extends Row>(
  cohorts: readonly Cohort[],
  counts: (cell: Cohort['cells'][number], cohort: Cohort) => boolean,
): Column<Cohort>[] {
  const columns = new Map<number, Column<Cohort>>();
  for (const cohort of cohorts)
    for (const cell of cohort.cells) {
      if (!counts(cell, cohort)) continue;
      const column = columns.get(cell.period) ?? { period: cell.period, cohorts: [], cells: [] };
      column.cohorts.push(cohort);
      column.cells.push(cell);
      columns.set(cell.period, column);
    }
  return [...columns.values()].sort((one, other) => one.period - other.period);
}
