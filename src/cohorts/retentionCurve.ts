import type { Interval } from '../core/types.ts';
import { ratio } from '../numeric/ratio.ts';
import { levelDeviate } from '../statistics/levelDeviate.ts';
import { wilsonLower, wilsonUpper } from '../statistics/wilson.ts';
import { checkTable } from './checkTable.ts';
import type { CohortDefinition, CohortTable } from './types.ts';

/** How many of all members were retained so many periods after they came. */
export interface RetentionPoint {
  /** Periods since the one in which the members came. */
  readonly period: number;
  /** Cohorts that have been observed for that long; those of nobody are not counted. */
  readonly cohorts: number;
  /** Their members. */
  readonly members: number;
  /** Members with an event in the period. */
  readonly retained: number;
  /** retained / members. */
  readonly rate: number;
  /** Wilson interval of the rate. */
  readonly interval: Interval;
}

/** A retention curve, one point a period. */
export interface RetentionCurve {
  /** From period 0 to the last that any cohort has been observed in. */
  readonly points: readonly RetentionPoint[];
  /** What the curve rests on: the table's definition, and how its rows were pooled. */
  readonly definition: CohortDefinition & {
    /** Retained members over members, of the cohorts whose cell is observed. */
    readonly pooling: 'pooledMature';
  };
}

/**
 * The cohorts of a table as one curve: in each period all members of the cohorts that have been observed for that long.
 *
 * sum of retained / sum of members, over observed cells
 *
 * Partial cells are left out, and every cohort counts by its size: a mean of the cohorts' rates would let the smallest
 * cohort weigh as much as the largest. Later points rest on fewer, older cohorts.
 *
 * @param table - what `cohortTable` gave
 * @returns one point for each period that at least one cohort was observed in
 * @throws InputError `not-a-record`, `not-rows`, `not-an-option`, `not-a-count`, `above-limit`
 * @example
 * const day = (month: number, date: number): number => Date.UTC(2024, month - 1, date);
 * const log = eventLogFromColumns({
 *   customer: ['ada', 'bob', 'ada', 'cyd'],
 *   at: [day(1, 5), day(1, 9), day(2, 1), day(2, 3)],
 * });
 * const curve = retentionCurve(cohortTable(log, { period: 'month', asOf: day(3, 1) }));
 * curve.points.map((point) => [point.period, point.members, point.rate]) // [[0, 3, 1], [1, 2, 0.5]]
 */
export function retentionCurve(table: CohortTable): RetentionCurve {
  checkTable('retentionCurve', table);
  const z = levelDeviate(table.definition.level);
  const pooled = new Map<number, { cohorts: number; members: number; retained: number }>();
  for (const cell of table.cohorts.flatMap((cohort) => cohort.cells)) {
    if (cell.state !== 'observed' || cell.members === 0) continue;
    const sums = pooled.get(cell.period) ?? { cohorts: 0, members: 0, retained: 0 };
    sums.cohorts++;
    sums.members += cell.members;
    sums.retained += cell.retained;
    pooled.set(cell.period, sums);
  }
  const points = [...pooled].sort(([one], [other]) => one - other);
  return {
    points: points.map(([period, { cohorts, members, retained }]) => ({
      period,
      cohorts,
      members,
      retained,
      rate: ratio(retained, members),
      interval: { lower: wilsonLower(retained, members, z), upper: wilsonUpper(retained, members, z) },
    })),
    definition: { ...table.definition, pooling: 'pooledMature' },
  };
}
