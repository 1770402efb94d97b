import { ratio } from '../numeric/ratio.ts';
import { sum } from '../numeric/sum.ts';
import { type Column, columnsOf } from './columnsOf.ts';
import { readRevenueCohorts } from './readRevenueCohorts.ts';
import type { Cohort, CohortDefinition, CohortTable } from './types.ts';

/** What a cohort brought so many periods after it came, against its period 0. */
export interface RevenueRetentionCell {
  /** Periods since the one in which the members came. */
  readonly period: number;
  /** Sum of the amounts in the period. */
  readonly amount: number;
  /** amount / amount of period 0; NaN where that is not above 0, and where the log has no amounts. */
  readonly rate: number;
  /** `'partial'`: the period is still under way. */
  readonly state: 'observed' | 'partial';
}

/** The revenue of one cohort. */
export interface RevenueRetentionCohort {
  /** The name of the period in which the members came. */
  readonly label: string;
  /** Its first instant, in epoch milliseconds. */
  readonly from: number;
  /** How many members. */
  readonly size: number;
  /** One a period that has begun, from period 0 on. */
  readonly cells: readonly RevenueRetentionCell[];
}

/** What all cohorts that have been observed for so long brought, against their period 0. */
export interface RevenueRetentionPoint {
  /** Periods since the one in which the members came. */
  readonly period: number;
  /** How many cohorts; those of nobody are not counted. */
  readonly cohorts: number;
  /** Sum of their amounts in the period. */
  readonly amount: number;
  /** Sum of the amounts of the same cohorts in period 0. */
  readonly amountInPeriod0: number;
  /** amount / amountInPeriod0; NaN where that is not above 0. */
  readonly rate: number;
}

/** Revenue retention cohort by cohort, and of all as one curve. */
export interface CohortRevenueRetention {
  /** In the order of the table. */
  readonly cohorts: readonly RevenueRetentionCohort[];
  /** One a period in which at least one cohort has been observed. */
  readonly points: readonly RevenueRetentionPoint[];
  /** What the figures rest on. */
  readonly definition: CohortDefinition & {
    /** Sum of amounts over sum of amounts in period 0, of the cohorts whose cell is observed. */
    readonly pooling: 'pooledMature';
  };
}

const METRIC = 'cohortRevenueRetention';

/**
 * What each cohort still brings, as a share of what it brought in the period in which it came.
 *
 * sum of amounts in the period / sum of amounts in period 0
 *
 * It is net of growth: who buys more makes up for who left, and a cohort may be above 1. The first period holds the first
 * order of everyone, so that of orders it falls more steeply than the cohort's retention does. The points pool what cohorts
 * have been observed for so long, money over money, so that each counts by what it spent.
 *
 * @param table - cohorts of periods by the calendar, each period a column, match `'on'`, of any event (`minimumEvents` 1):
 * only there an amount is all that the whole cohort brought in a period
 * @returns the cohorts, and one point for each period that at least one of them was observed in
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
 * const revenue = cohortRevenueRetention(cohortTable(log, { period: 'month', asOf: day(4, 1) }));
 * revenue.cohorts.map((cohort) => cohort.cells.map((cell) => cell.rate)) // [[1, 0.8, 0], [1, 1.5], [NaN]]
 * revenue.points.map((point) => [point.amount, point.amountInPeriod0]) // [[60, 60], [55, 60], [0, 50]]
 */
export function cohortRevenueRetention(table: CohortTable): CohortRevenueRetention {
  const cohorts = readRevenueCohorts(METRIC, table);
  return {
    cohorts: cohorts.map(({ label, from, size, cells }) => ({
      ...{ label, from, size },
      cells: cells.map(({ period, amount, state }) => ({
        ...{ period, amount, rate: rateOf(amount, cells[0]!.amount) },
        state: state === 'partial' ? 'partial' : 'observed',
      })),
    })),
    points: columnsOf(cohorts, ({ state }, { size }) => state === 'observed' && size > 0).map(pointOf),
    definition: { ...table.definition, pooling: 'pooledMature' },
  };
}

/** Where refunds exceed what was sold, a share of it means nothing. */
function rateOf(amount: number, amountInPeriod0: number): number {
  return amountInPeriod0 > 0 ? ratio(amount, amountInPeriod0) : Number.NaN;
}

function pointOf({ period, cohorts, cells }: Column<Cohort>): RevenueRetentionPoint {
  const amount = sum(cells.map((cell) => cell.amount));
  const amountInPeriod0 = sum(cohorts.map((cohort) => cohort.cells[0]!.amount));
  return { period, cohorts: cells.length, amount, amountInPeriod0, rate: rateOf(amount, amountInPeriod0) };
}
