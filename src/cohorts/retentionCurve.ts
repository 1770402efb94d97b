import { checkOneOf, checkOptions } from '../core/checks.ts';
import type { Interval } from '../core/types.ts';
import { normalQuantile } from '../numeric/special/normalQuantile.ts';
import { levelDeviate } from '../statistics/levelDeviate.ts';
import { checkTable } from './checkTable.ts';
import { columnsOf } from './columnsOf.ts';
import { pooledRate, type RetentionPooling } from './pooledRate.ts';
import { shareInterval } from './shareInterval.ts';
import type { CohortCell, CohortDefinition, CohortTable } from './types.ts';

/** How the cohorts of a table become one curve. */
export interface RetentionCurveOptions {
  /**
   * `'pooledMature'` unless told: retained over base of all cohorts together. `'simpleMean'` and `'median'`: of the cohorts'
   * rates, whatever their sizes. `'sizeWeightedTwice'`: counts and sizes both weighted by size, for figures that must agree
   * with Mixpanel's.
   */
  readonly pooling?: RetentionPooling;
}

/** How many of all members were retained so many periods after they came. */
export interface RetentionPoint {
  /** Periods since the one in which the members came. */
  readonly period: number;
  /** The last of the periods that the point is about: of a bracket; else the same as `period`. */
  readonly lastPeriod: number;
  /** Cohorts that have been observed for that long; those of nobody are not counted. */
  readonly cohorts: number;
  /** Their members. */
  readonly members: number;
  /** Members with an event in the period, by the table's `match`. */
  readonly retained: number;
  /** What the rate divides by: `members`, or those of them who were retained in the column before. */
  readonly base: number;
  /** retained / base, or the middle of the cohorts' rates, by the pooling; NaN where no cohort has a base. */
  readonly rate: number;
  /** Wilson interval of the rate of this point alone; NaN where the pooling is not `'pooledMature'`, or it is no share. */
  readonly interval: Interval;
  /** Interval that is wide enough for all points after period 0 to be within theirs at once; NaN where `interval` is. */
  readonly band: Interval;
}

/** A retention curve, one point a period. */
export interface RetentionCurve {
  /** From period 0 to the last that any cohort has been observed in. */
  readonly points: readonly RetentionPoint[];
  /** What the curve rests on: the table's definition, and how its rows were pooled. */
  readonly definition: CohortDefinition & {
    /** How the cohorts whose cell is observed became one rate. */
    readonly pooling: RetentionPooling;
    /** How the band is made: each point has its share of the chance to miss. Undefined where there is none. */
    readonly band: 'bonferroni' | undefined;
  };
}

const METRIC = 'retentionCurve';

/**
 * The cohorts of a table as one curve: in each period all members of the cohorts that have been observed for that long.
 *
 * sum of retained / sum of base, over observed cells
 *
 * Partial cells are left out, and every cohort counts by its size: a mean of the cohorts' rates would let the smallest
 * cohort weigh as much as the largest. `pooling` asks for such a mean all the same. Later points rest on fewer, older
 * cohorts.
 *
 * `interval` holds the truth of its own point as often as the level says. Of 12 such points one will often be off:
 * `band` is the interval at 1 - (1 - level) / m, of m points after period 0, and holds all of them at once about that often or
 * more, which makes it wider. Read the curve as a whole by the band, a period picked beforehand by the interval.
 *
 * @param table - what `cohortTable` gave, without suppressed cells: they would be left out unseen
 * @param options - how cohorts are pooled
 * @returns one point for each period that at least one cohort was observed in
 * @throws InputError `not-a-record`, `not-rows`, `not-an-option`, `unknown-option`, `not-a-count`, `below-limit`, `above-limit`
 * @example
 * const day = (month: number, date: number): number => Date.UTC(2024, month - 1, date);
 * const log = eventLogFromColumns({
 *   customer: ['ada', 'bob', 'ada', 'cyd'],
 *   at: [day(1, 5), day(1, 9), day(2, 1), day(2, 3)],
 * });
 * const curve = retentionCurve(cohortTable(log, { period: 'month', asOf: day(3, 1) }));
 * curve.points.map((point) => [point.period, point.members, point.rate]) // [[0, 3, 1], [1, 2, 0.5]]
 * @reference Wilson (1927), Probable inference, the law of succession, and statistical inference
 */
export function retentionCurve(table: CohortTable, options: RetentionCurveOptions = {}): RetentionCurve {
  const pooling = readPooling(METRIC, options);
  checkTable(METRIC, table);
  const { definition } = table;
  const columns = columnsOf(table.cohorts, ({ state, members }) => state === 'observed' && members > 0);
  const later = columns.filter(({ period }) => period > 0).length;
  const z = levelDeviate(definition.level);
  const widerZ = -normalQuantile((1 - definition.level) / (2 * Math.max(1, later)));
  return {
    points: columns.map(({ period, cells }) =>
      pointOf(cells, pooling, definition, period === 0 ? [z, z] : [z, widerZ]),
    ),
    definition: { ...definition, pooling, band: pooling === 'pooledMature' ? 'bonferroni' : undefined },
  };
}

/** The pooling that options ask for; refuses what is none. */
export function readPooling(metric: string, options: RetentionCurveOptions): RetentionPooling {
  checkOptions(metric, options, ['pooling']);
  const { pooling = 'pooledMature' } = options;
  checkOneOf(metric, 'pooling', pooling, ['pooledMature', 'simpleMean', 'median', 'sizeWeightedTwice']);
  return pooling;
}

function pointOf(
  cells: readonly CohortCell[],
  pooling: RetentionPooling,
  definition: CohortDefinition,
  [z, widerZ]: readonly [z: number, widerZ: number],
): RetentionPoint {
  const total = (name: 'members' | 'retained' | 'base'): number => cells.reduce((sum, cell) => sum + cell[name], 0);
  const counts = { members: total('members'), retained: total('retained'), base: total('base') };
  const { period, lastPeriod } = cells[0]!;
  const isPooled = pooling === 'pooledMature';
  return {
    ...{ period, lastPeriod, cohorts: cells.length },
    ...counts,
    rate: pooledRate(cells, pooling),
    interval: isPooled ? shareInterval(counts, definition, z) : { lower: Number.NaN, upper: Number.NaN },
    band: isPooled ? shareInterval(counts, definition, widerZ) : { lower: Number.NaN, upper: Number.NaN },
  };
}
