import { checkAtMost, checkCount, checkLevel, checkRecord } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { CohortCell, CohortTable } from './types.ts';

/** Refuses what is no cohort table; one that went through JSON still is. */
export function checkTable(metric: string, table: CohortTable): void {
  checkRecord(metric, 'table', table);
  checkRecord(metric, 'table.definition', table.definition);
  checkLevel(metric, table.definition.level);
  if (!Array.isArray(table.cohorts))
    refuse('not-rows', metric, ['table', 'cohorts'], 'an array of cohorts', table.cohorts);
  for (let place = 0; place < table.cohorts.length; place++) {
    const cohort = table.cohorts[place]!;
    checkRecord(metric, `table.cohorts[${place}]`, cohort);
    if (!Array.isArray(cohort.cells))
      refuse('not-rows', metric, ['table', 'cohorts', place, 'cells'], 'an array of cells', cohort.cells);
    for (let cell = 0; cell < cohort.cells.length; cell++)
      checkCell(metric, `table.cohorts[${place}].cells[${cell}]`, cohort.cells[cell]!);
  }
}

function checkCell(metric: string, path: string, cell: CohortCell): void {
  checkRecord(metric, path, cell);
  checkCount(metric, `${path}.period`, cell.period);
  checkCount(metric, `${path}.members`, cell.members);
  checkCount(metric, `${path}.retained`, cell.retained);
  checkAtMost(metric, `${path}.retained`, cell.retained, 'members', cell.members);
}
