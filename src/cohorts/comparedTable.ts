import { checkOneOf } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { readCohorts } from './readCohorts.ts';
import type { Cohort, CohortDefinition, CohortTable } from './types.ts';

/** Members of cohorts in one column, and those of them who were retained. */
export interface ColumnCounts {
  readonly members: number;
  readonly retained: number;
}

/** The observed cells of a column, by their cohort; cohorts of nobody are not among them. */
export interface ObservedColumn {
  readonly lastPeriod: number;
  readonly cohorts: ReadonlyMap<string, ColumnCounts>;
}

/** Refuses what is no cohort table to be compared, and gives its observed columns by their period. */
export function observedColumns(metric: string, name: string, table: CohortTable): Map<number, ObservedColumn> {
  const cohorts = readCohorts(metric, table, name);
  const { definition } = table;
  checkOneOf(metric, `${name}.definition.base`, definition.base, ['cohort']);
  const columns = new Map<number, { lastPeriod: number; cohorts: Map<string, ColumnCounts> }>();
  const keys = new Set<string>();
  for (const cohort of cohorts)
    for (const { period, lastPeriod, members, retained, state } of cohort.cells) {
      if (state !== 'observed' || members === 0) continue;
      const key = cohortKey(cohort, definition);
      const column = columns.get(period) ?? { lastPeriod, cohorts: new Map<string, ColumnCounts>() };
      const before = column.cohorts.get(key) ?? { members: 0, retained: 0 };
      column.cohorts.set(key, { members: before.members + members, retained: before.retained + retained });
      columns.set(period, column);
      keys.add(key);
    }
  if (definition.entry === 'recurring' && keys.size > 1) refuseRecurring(metric, name);
  return columns;
}

/** What tells cohorts of two tables to be the same: their attribute's value, or when their period began. */
function cohortKey({ value, from }: Cohort, { entry }: CohortDefinition): string {
  return entry === 'attribute' ? `${typeof value} ${value}` : `${from}`;
}

/** A customer of several cohorts would count as often as that, of which no test knows. */
function refuseRecurring(metric: string, name: string): never {
  const rule = "other than 'recurring' where there are several cohorts: customers would count more than once";
  refuse('not-an-option', metric, [name, 'definition', 'entry'], rule, 'recurring');
}
