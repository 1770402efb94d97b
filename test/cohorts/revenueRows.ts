// Rows of days and amounts, and the daily table of three days that they make.
import { cohortTable } from '../../src/cohorts/cohortTable.ts';
import type { CohortTableOptions } from '../../src/cohorts/readCohortOptions.ts';
import type { CohortTable } from '../../src/cohorts/types.ts';
import { type EventRow, events } from './cohortOracle.ts';

export const DAY = 86_400_000;

export function row(customer: string, day: number, amount: number): EventRow {
  return { customer, at: day * DAY, amount, plan: 'S' };
}

export function tableOf(rows: readonly EventRow[], options: Partial<CohortTableOptions> = {}): CohortTable {
  return cohortTable(events(rows), { period: 'day', asOf: 3 * DAY, ...options });
}
