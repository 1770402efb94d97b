import type { EventLog } from '../log/types.ts';
import { levelDeviate } from '../statistics/levelDeviate.ts';
import { cohortRecords } from './cohortCells.ts';
import { type CohortTableOptions, readCohortOptions } from './readCohortOptions.ts';
import { tallyCohorts } from './tallyCohorts.ts';
import type { CohortTable } from './types.ts';

/**
 * Who came when, and who of them was active how many periods later.
 *
 * A customer's first event of all makes the cohort, or an attribute does; a member is retained in a period of the
 * calendar with at least one event in it: both unless told otherwise by `start`, `return`, `entry`, `match` and
 * `minimumEvents`, by `clock`, `columns` and `brackets`. Amounts are those of return events: of the column itself where it
 * counts as retained, and by `'onOrAfter'` of it and later ones, by `'onOrBefore'` of it and all before. The table is
 * ragged: what has not begun by `asOf` has no cell, what is still under way is marked partial. Where members of one cohort
 * have had unlike time (cohorts of an attribute, columns of another period, the elapsed clock), each cell is about those
 * for whom its column has ended; where it has ended for none, about those for whom it has begun.
 *
 * @param log - what customers did; every event counts, so filter first where only orders should
 * @param options - period, zone, `asOf`, what makes a cohort, and what a column
 * @returns cohorts in order of time, or of the attribute's first appearance
 * @throws InputError `not-a-log`, `unknown-option`, `not-an-option`, `unknown-time-zone`, `not-an-instant`,
 * `after-as-of` (no event before `asOf`), `unknown-field`, `mixed-currencies`, `too-many-periods`; for rules also
 * `not-a-text`, `missing-field` (a name in a log without names), `not-a-function`, `not-a-count`, `below-limit`,
 * `not-a-record`
 * @complexity one pass over the log, plus the cells
 * @example
 * const day = (month: number, date: number): number => Date.UTC(2024, month - 1, date);
 * const log = eventLogFromColumns({
 *   customer: ['ada', 'bob', 'ada', 'cyd', 'ada'],
 *   at: [day(1, 5), day(1, 9), day(2, 1), day(2, 3), day(3, 8)],
 * });
 * const table = cohortTable(log, { period: 'month', asOf: day(3, 10) });
 * table.cohorts.map((cohort) => [cohort.label, ...cohort.cells.map((cell) => cell.retained)])
 * // [['2024-01', 2, 1, 1], ['2024-02', 1, 0], ['2024-03', 0]]
 * table.cohorts[0].cells[2].state // 'partial'
 */
export function cohortTable(log: EventLog, options: CohortTableOptions): CohortTable {
  const { plan, definition } = readCohortOptions('cohortTable', log, options);
  const source = { plan, tally: tallyCohorts(plan), z: levelDeviate(definition.level) };
  return { cohorts: cohortRecords(source, 0), definition };
}
