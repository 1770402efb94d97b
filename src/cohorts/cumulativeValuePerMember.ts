import { ratio } from '../numeric/ratio.ts';
import { sum } from '../numeric/sum.ts';
import { type Column, columnsOf } from './columnsOf.ts';
import { readRevenueCohorts } from './readRevenueCohorts.ts';
import type { Cohort, CohortDefinition, CohortTable } from './types.ts';

/** What a cohort has brought from when it came to the end of a period. */
export interface CumulativeValueCell {
  /** Periods since the one in which the members came. */
  readonly period: number;
  /** Sum of the amounts of all periods up to it. */
  readonly amount: number;
  /** amount / members of the cohort; NaN of nobody, and where the log has no amounts. */
  readonly valuePerMember: number;
}

/** The value of one cohort. */
export interface CumulativeValueCohort {
  /** The name of the period in which the members came. */
  readonly label: string;
  /** Its first instant, in epoch milliseconds. */
  readonly from: number;
  /** How many members. */
  readonly size: number;
  /** One a period that is over, from period 0 on. */
  readonly cells: readonly CumulativeValueCell[];
}

/** What all cohorts that have been observed for so long have brought. */
export interface CumulativeValuePoint {
  /** Periods since the one in which the members came. */
  readonly period: number;
  /** How many cohorts; those of nobody are not counted. */
  readonly cohorts: number;
  /** Their members. */
  readonly members: number;
  /** Sum of the amounts of all periods up to it. */
  readonly amount: number;
  /** amount / members. */
  readonly valuePerMember: number;
}

/** Cumulative value cohort by cohort, and of all as one curve. */
export interface CumulativeValue {
  /** In the order of the table. */
  readonly cohorts: readonly CumulativeValueCohort[];
  /** One a period that is over for at least one cohort. */
  readonly points: readonly CumulativeValuePoint[];
  /** What the figures rest on. */
  readonly definition: CohortDefinition & {
    /** Sum of cumulative amounts over sum of members, of the cohorts whose cell is observed. */
    readonly pooling: 'pooledMature';
  };
}

const METRIC = 'cumulativeValuePerMember';

/**
 * What a member of a cohort has brought on average so far, period by period: value that has been seen, nothing forecast.
 *
 * sum of amounts from period 0 to the period / members who came
 *
 * Everyone who came counts, whether they are still there or not. Periods that are under way are left out. The curve of a
 * cohort falls only where refunds exceed sales; that of the points may fall as well because later points rest on fewer,
 * older cohorts.
 *
 * @param table - cohorts of periods by the calendar, each period a column, match `'on'`, of any event (`minimumEvents` 1):
 * only there an amount is all that the whole cohort brought in a period
 * @returns the cohorts, and one point for each period that is over for at least one of them
 * @throws InputError `not-a-record`, `not-rows`, `not-an-option` (a table of another kind, or with suppressed cells),
 * `not-a-count`, `below-limit`, `above-limit`, `not-a-text`, `not-an-attribute`, `not-an-instant`, `not-a-number`
 * @complexity linear in the cells
 * @example
 * const day = (month: number, date: number): number => Date.UTC(2024, month - 1, date);
 * const log = eventLogFromColumns({
 *   customer: ['ada', 'bob', 'ada', 'cyd', 'cyd'],
 *   at: [day(1, 5), day(1, 9), day(2, 1), day(2, 3), day(3, 4)],
 *   amount: [20, 30, 40, 10, 15],
 * });
 * const value = cumulativeValuePerMember(cohortTable(log, { period: 'month', asOf: day(4, 1) }));
 * value.cohorts.map((cohort) => cohort.cells.map((cell) => cell.valuePerMember)) // [[25, 45, 45], [10, 25], [NaN]]
 * value.points.map((point) => [point.members, point.amount]) // [[3, 60], [3, 115], [2, 90]]
 */
export function cumulativeValuePerMember(table: CohortTable): CumulativeValue {
  const cohorts = readRevenueCohorts(METRIC, table).map(({ label, from, size, cells }) => ({
    ...{ label, from, size },
    cells: cumulativeCells(size, cells),
  }));
  return {
    cohorts,
    points: columnsOf(cohorts, (_, { size }) => size > 0).map(pointOf),
    definition: { ...table.definition, pooling: 'pooledMature' },
  };
}

/** A running sum of its own (Neumaier), since to add up afresh for each period would take the square of their number. */
function cumulativeCells(size: number, cells: Cohort['cells']): CumulativeValueCell[] {
  let total = 0;
  let lost = 0;
  return cells
    .filter(({ state }) => state === 'observed')
    .map(({ period, amount }) => {
      const next = total + amount;
      lost += Math.abs(total) >= Math.abs(amount) ? total - next + amount : amount - next + total;
      total = next;
      return { period, amount: total + lost, valuePerMember: ratio(total + lost, size) };
    });
}

function pointOf({ period, cohorts, cells }: Column<CumulativeValueCohort>): CumulativeValuePoint {
  const amount = sum(cells.map((cell) => cell.amount));
  const members = cohorts.reduce((total, { size }) => total + size, 0);
  return { period, cohorts: cells.length, members, amount, valuePerMember: ratio(amount, members) };
}
