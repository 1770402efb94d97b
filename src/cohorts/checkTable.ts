import { checkAtMost, checkCount, checkLeast, checkLevel, checkOneOf, checkRecord } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { CohortCell, CohortTable } from './types.ts';

/** Refuses what is no cohort table, or one with suppressed cells; one that went through JSON still is. */
export function checkTable(metric: string, table: CohortTable, name = 'table'): void {
  eachCell(metric, table, name, (path, cell) => {
    checkOneOf(metric, `${path}.state`, cell.state, ['observed', 'partial']);
    checkCounts(metric, path, cell);
  });
}

/** Refuses what is no cohort table; cells may be suppressed. */
export function checkShownTable(metric: string, table: CohortTable, name = 'table'): void {
  eachCell(metric, table, name, (path, cell) => {
    checkOneOf(metric, `${path}.state`, cell.state, ['observed', 'partial', 'suppressed']);
    if (cell.state !== 'suppressed') checkCounts(metric, path, cell);
  });
}

function eachCell(
  metric: string,
  table: CohortTable,
  name: string,
  check: (path: string, cell: CohortCell) => void,
): void {
  checkRecord(metric, name, table);
  checkRecord(metric, `${name}.definition`, table.definition);
  checkLevel(metric, table.definition.level);
  const { cohorts } = table;
  if (!Array.isArray(cohorts)) refuse('not-rows', metric, [name, 'cohorts'], 'an array of cohorts', cohorts);
  for (let place = 0; place < cohorts.length; place++) {
    checkRecord(metric, `${name}.cohorts[${place}]`, cohorts[place]);
    const { cells } = cohorts[place]!;
    if (!Array.isArray(cells))
      refuse('not-rows', metric, [name, 'cohorts', place, 'cells'], 'an array of cells', cells);
    let next = 0;
    for (let cell = 0; cell < cells.length; cell++) {
      const path = `${name}.cohorts[${place}].cells[${cell}]`;
      checkRecord(metric, path, cells[cell]);
      // A period that came twice would count twice.
      checkLeast(metric, `${path}.period`, cells[cell].period, next);
      checkLeast(metric, `${path}.lastPeriod`, cells[cell].lastPeriod, cells[cell].period);
      next = cells[cell].lastPeriod + 1;
      check(path, cells[cell]);
    }
  }
}

function checkCounts(metric: string, path: string, { members, retained, base }: CohortCell): void {
  checkCount(metric, `${path}.members`, members);
  checkCount(metric, `${path}.retained`, retained);
  checkCount(metric, `${path}.base`, base);
  checkAtMost(metric, `${path}.retained`, retained, 'members', members);
  checkAtMost(metric, `${path}.base`, base, 'members', members);
}
