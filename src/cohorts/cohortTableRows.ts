import type { AttributeValue } from '../core/types.ts';
import { readShownCohorts } from './readCohorts.ts';
import type { CohortCell, CohortTable } from './types.ts';

/** One cell of a cohort table with its cohort, as a flat record. */
export interface CohortTableRow extends Omit<CohortCell, 'interval'> {
  /** The label of the cohort. */
  readonly cohort: string;
  /** The attribute's value; undefined for the cohort of a period. */
  readonly value: AttributeValue | undefined;
  /** The first instant of the cohort, in epoch milliseconds. */
  readonly from: number;
  /** How many customers are in the cohort. */
  readonly size: number;
  /** Lower end of the interval of the rate. */
  readonly lower: number;
  /** Upper end of the interval of the rate. */
  readonly upper: number;
}

/**
 * A cohort table as flat records, one a cell, for data frames, plots and CSV files.
 *
 * The fields of each stand in this order: cohort, value, from, size, period, lastPeriod, members, retained, base, rate,
 * lower, upper, amount, amountPerMember, amountPerRetained, state. Suppressed cells are among them, with figures that are
 * NaN; periods that have not begun have no record, as they have no cell.
 *
 * @param table - what `cohortTable` gave, or a table made of it; one that went through JSON too
 * @returns the cells in the order of the table: cohort by cohort, in each by period
 * @throws InputError `not-a-record`, `not-rows`, `not-an-option`, `not-a-count`, `below-limit`, `above-limit`,
 * `not-a-text`, `not-an-attribute`, `not-a-number`
 * @complexity linear in the cells
 * @example
 * const day = (month: number, date: number): number => Date.UTC(2024, month - 1, date);
 * const log = eventLogFromColumns({ customer: ['ada', 'bob', 'ada'], at: [day(1, 5), day(1, 9), day(2, 1)] });
 * const rows = cohortTableRows(cohortTable(log, { period: 'month', asOf: day(3, 1) }));
 * rows.map((row) => [row.cohort, row.period, row.retained, row.rate])
 * // [['2024-01', 0, 2, 1], ['2024-01', 1, 1, 0.5], ['2024-02', 0, 0, NaN]]
 */
export function cohortTableRows(table: CohortTable): CohortTableRow[] {
  return readShownCohorts('cohortTableRows', table).flatMap(({ label, value, from, size, cells }) =>
    cells.map(({ period, lastPeriod, members, retained, base, rate, interval, ...rest }) => ({
      ...{ cohort: label, value, from, size },
      ...{ period, lastPeriod, members, retained, base },
      ...{ rate, lower: interval.lower, upper: interval.upper },
      amount: rest.amount,
      amountPerMember: rest.amountPerMember,
      amountPerRetained: rest.amountPerRetained,
      state: rest.state,
    })),
  );
}
