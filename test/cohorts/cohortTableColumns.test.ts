import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cohortTable } from '../../src/cohorts/cohortTable.ts';
import { cohortTableColumns } from '../../src/cohorts/cohortTableColumns.ts';
import type { CohortTableOptions } from '../../src/cohorts/readCohortOptions.ts';
import { withoutAmounts } from '../../src/log/withoutAmounts.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { anyAsOf, anyEvents, anyPeriodOptions, events, reachesBack } from './cohortOracle.ts';

test('the columns hold what the records of the table do, cell by cell, whatever is asked for', () => {
  const asked: readonly Partial<CohortTableOptions>[] = [
    ...[{}, { attribute: 'plan' }, { lastPeriod: 2 }, { brackets: [2, 3] }, { entry: 'recurring' as const }],
    ...[{ base: 'previousPeriod' as const }, { columns: { period: 'week' as const } }],
    ...[{ attribute: 'plan', brackets: [1, 2], base: 'previousPeriod' as const }],
  ];
  const anyCase = fc.record({ rows: anyEvents, options: anyPeriodOptions, asOf: anyAsOf }).filter(reachesBack);
  fc.assert(
    fc.property(anyCase, fc.constantFrom(...asked), fc.boolean(), ({ rows, options, asOf }, more, isBare) => {
      const log = isBare ? withoutAmounts(events(rows)) : events(rows);
      const table = cohortTable(log, { ...options, asOf, ...more });
      const columns = cohortTableColumns(log, { ...options, asOf, ...more });
      expect(columns.definition).toEqual(table.definition);
      expect(columns.cohorts).toEqual(table.cohorts.map(({ cells: _, ...head }) => head));
      const cells = table.cohorts.flatMap(({ cells: own }, cohort) => own.map((cell) => ({ ...cell, cohort })));
      for (const name of ['cohort', 'period', 'lastPeriod', 'members', 'retained', 'base'] as const)
        expect([...columns[name]]).toEqual(cells.map((cell) => cell[name]));
      expect([...columns.observed]).toEqual(cells.map(({ state }) => (state === 'observed' ? 1 : 0)));
      expect(columns.amount && [...columns.amount]).toEqual(isBare ? undefined : cells.map(({ amount }) => amount));
    }),
    runs(150),
  );
});

test('errors carry its own name', () => {
  const refusal = refusalOf(() => cohortTableColumns(events([]), { period: 'month', asOf: 0, lastPeriod: 0 }));
  expect([refusal.metric, refusal.code]).toEqual(['cohortTableColumns', 'below-limit']);
});
