import { checkLevel, checkOptions } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { LevelOptions } from '../core/types.ts';
import { levelDeviate } from '../statistics/levelDeviate.ts';
import { checkLikeTables } from './checkLikeTables.ts';
import { type ComparedColumn, compareColumn, type PooledColumns, poolColumns, withAdjusted } from './compareColumn.ts';
import { type ObservedColumn, observedColumns } from './comparedTable.ts';
import type { CohortDefinition, CohortTable } from './types.ts';

/** How the retention of two groups differs. */
export interface RetentionComparison {
  /** One a column after period 0 in which both tables have been observed, in order of time. */
  readonly columns: readonly ComparedColumn[];
  /** All of them together. */
  readonly pooled: PooledColumns;
  /** What the figures rest on. */
  readonly definition: {
    /** What the first table rests on. */
    readonly one: CohortDefinition;
    /** What the other one rests on. */
    readonly other: CohortDefinition;
    /** The level of all intervals. */
    readonly level: number;
    /** How a table's cohorts are put together: retained members over members of those observed for so long. */
    readonly pooling: 'pooledMature';
    /** How the intervals of the differences are made. */
    readonly method: 'newcombe';
    /** How the p-values are made: by the normal law, with the variance of both sides together. */
    readonly test: 'pooledZ';
    /** How they are adjusted for the number of columns. */
    readonly adjustment: 'holm';
    /** What cohorts are weighed by in standardised differences. */
    readonly standardisedBy: 'membersOfBoth';
    /** How the intervals of standardised differences are made: of the Wilson ends of all cohorts. */
    readonly standardisedMethod: 'mover';
  };
}

const METRIC = 'retentionComparison';

/**
 * Whether two groups of customers are retained differently: by column, over all columns, and with their mix of cohorts
 * taken out.
 *
 * Each column pools the mature cohorts of either table, as `retentionCurve` does, and takes the difference of the two
 * rates, one less other. Of many columns some differ by chance: `adjustedPValue` (Holm) allows for it, and `pooled` is a
 * single test of the mean difference. The same members are in all columns, and how these hang together a table does not
 * tell; `pooled` takes the worst case, that they move as one, so that it errs on the side of no difference.
 *
 * `standardised` compares within each cohort that both tables have, and weighs the cohorts by the members of both: if one
 * group is younger than the other, or came in better months, that no longer counts.
 *
 * The two groups must share no customer. To compare two cohorts of a table, cut it down to each:
 * `{ ...table, cohorts: [table.cohorts[0]] }`.
 *
 * @param one - what `cohortTable` gave for one group
 * @param other - the same of another, by the same definition; `asOf`, `level` and the last period may differ
 * @param options - level of the intervals
 * @returns one record a column, and all together
 * @throws InputError `not-a-record`, `not-rows`, `not-a-count`, `below-limit`, `above-limit`, `not-a-number`, `not-a-text`,
 * `not-an-attribute`, `not-an-instant`, `not-an-option` (a base other than `'cohort'`, suppressed cells, several recurring
 * cohorts), `unknown-option`, `unlike-definitions`
 * @complexity one pass over the cells
 * @example
 * const day = (month: number, date: number): number => Date.UTC(2024, month - 1, date);
 * const table = cohortTable(
 *   eventLogFromColumns({
 *     customer: ['ada', 'bob', 'ada', 'cyd', 'dan'],
 *     at: [day(1, 5), day(1, 9), day(2, 1), day(2, 3), day(2, 4)],
 *   }),
 *   { period: 'month', asOf: day(4, 1) },
 * );
 * const [january, february] = table.cohorts.map((cohort) => ({ ...table, cohorts: [cohort] }));
 * const { columns, pooled } = retentionComparison(january, february);
 * columns.map((column) => [column.period, column.one.rate, column.other.rate, column.difference]) // [[1, 0.5, 0, 0.5]]
 * pooled.pValue.toFixed(2) // '0.25'
 * @see `cohortTablesBy`, which makes the tables of segments
 * @reference Newcombe (1998), Interval estimation for the difference between independent proportions: comparison of
 * eleven methods
 * @reference Holm (1979), A simple sequentially rejective multiple test procedure
 * @reference Zou, Huang and Zhang (2009), A note on confidence interval estimation for a linear function of binomial
 * proportions (standardised intervals)
 */
export function retentionComparison(
  one: CohortTable,
  other: CohortTable,
  options: LevelOptions = {},
): RetentionComparison {
  const [ones, others] = [observedColumns(METRIC, 'one', one), observedColumns(METRIC, 'other', other)];
  checkLikeTables(METRIC, one.definition, other.definition);
  checkOptions(METRIC, options, ['level']);
  const { level = 0.95 } = options;
  checkLevel(METRIC, level);
  const tested = commonPeriods(ones, others).map((period) =>
    compareColumn(period, ones.get(period)!, others.get(period)!, levelDeviate(level)),
  );
  return {
    columns: withAdjusted(tested),
    pooled: poolColumns(tested),
    definition: {
      ...{ one: one.definition, other: other.definition, level },
      ...{ pooling: 'pooledMature', method: 'newcombe', test: 'pooledZ', adjustment: 'holm' },
      ...{ standardisedBy: 'membersOfBoth', standardisedMethod: 'mover' },
    },
  };
}

type Columns = ReadonlyMap<number, ObservedColumn>;

/** Of period 0 there is nothing to compare: all members are in it. */
function commonPeriods(one: Columns, other: Columns): number[] {
  const periods = [...one.keys()].filter((period) => period > 0 && other.has(period)).sort((a, b) => a - b);
  for (const period of periods) checkLikeEnds(one.get(period)!, other.get(period)!);
  return periods;
}

/** Brackets are alike, but the last column may have cut one of them short. */
function checkLikeEnds({ lastPeriod }: ObservedColumn, other: ObservedColumn): void {
  if (other.lastPeriod === lastPeriod) return;
  const rule = `one by which brackets end as they do in "one" (${lastPeriod})`;
  refuse('unlike-definitions', METRIC, ['other', 'definition', 'lastPeriod'], rule, other.lastPeriod);
}
