import type { EventLog } from '../log/types.ts';
import { amountOf, eachCell } from './cohortCells.ts';
import { cohortHeads } from './cohortHeads.ts';
import type { CohortPlan } from './cohortPlan.ts';
import type { CohortTally } from './cohortTally.ts';
import { type CohortTableOptions, readCohortOptions } from './readCohortOptions.ts';
import { tallyCohorts } from './tallyCohorts.ts';
import type { Cohort, CohortDefinition } from './types.ts';

/** A cohort table as columns, one entry a cell: cohort by cohort, in each by period. */
export interface CohortTableColumns {
  /** The cohorts, without their cells. */
  readonly cohorts: readonly Omit<Cohort, 'cells'>[];
  /** Each cell's place in `cohorts`. */
  readonly cohort: Int32Array;
  /** Periods since the one in which the members came. */
  readonly period: Int32Array;
  /** The last of the periods that a cell is about; the column `period` itself where there are no brackets. */
  readonly lastPeriod: Int32Array;
  /** Members that a cell is about. */
  readonly members: Int32Array;
  /** Those retained. */
  readonly retained: Int32Array;
  /** What a rate divides by; the column `members` itself where rates are of the cohort. */
  readonly base: Int32Array;
  /** Sum of the members' amounts; undefined where the log has none. */
  readonly amount: Float64Array | undefined;
  /** 1 for a cell that is observed, 0 for one that is partial. */
  readonly observed: Int32Array;
  /** What the table rests on. */
  readonly definition: CohortDefinition;
}

/**
 * The counts of a cohort table as columns, for data frames and for tables of very many cells.
 *
 * The cells are those of `cohortTable` with the same options, in the same order, without what follows from the counts:
 * a rate is retained / base, its interval `proportionInterval` of the two. A table by days over years has a hundred thousand
 * cells, which take ten times as long to make as records as they take to count.
 *
 * @param log - what customers did
 * @param options - those of `cohortTable`
 * @returns one entry a cell in each column
 * @throws InputError as `cohortTable`
 * @complexity one pass over the log, plus the cells
 * @example
 * const day = (month: number, date: number): number => Date.UTC(2024, month - 1, date);
 * const log = eventLogFromColumns({
 *   customer: ['ada', 'bob', 'ada', 'cyd'],
 *   at: [day(1, 5), day(1, 9), day(2, 1), day(2, 3)],
 * });
 * const table = cohortTableColumns(log, { period: 'month', asOf: day(2, 20) });
 * table.cohorts.map(({ label, size }) => [label, size]) // [['2024-01', 2], ['2024-02', 1]]
 * table.cohort // [0, 0, 1]
 * table.period // [0, 1, 0]
 * table.retained // [2, 1, 1]
 * table.observed // [1, 0, 0]
 */
export function cohortTableColumns(log: EventLog, options: CohortTableOptions): CohortTableColumns {
  const { plan, definition } = readCohortOptions('cohortTableColumns', log, options);
  const tally = tallyCohorts(plan);
  const heads = cohortHeads(plan, tally, 0);
  const cohorts = heads.map(({ place: _, ...head }) => head);
  return {
    cohorts,
    ...cellColumns(
      plan,
      tally,
      Int32Array.from(heads, ({ place }) => place),
    ),
    definition,
  };
}

/** The cells of the cohorts at some places of a tally. */
function cellColumns(
  plan: CohortPlan,
  tally: CohortTally,
  places: Int32Array,
): Omit<CohortTableColumns, 'cohorts' | 'definition'> {
  const column = (): Int32Array => new Int32Array(tally.rows.at(-1)!);
  const { brackets, base } = plan.columns;
  const [cohort, period, members, retained, observed] = [column(), column(), column(), column(), column()];
  const lastPeriod = brackets === undefined ? period : column();
  const bases = base === 'cohort' ? members : column();
  const amount = plan.log.amount && new Float64Array(cohort.length);
  let count = 0;
  for (let place = 0; place < places.length; place++)
    eachCell({ plan, tally }, places[place]!, (own, layer, cell, isObserved) => {
      cohort[count] = place;
      period[count] = plan.layout.first[own]!;
      lastPeriod[count] = plan.layout.last[own]!;
      members[count] = layer.members[cell]!;
      bases[count] = layer.base[cell]!;
      retained[count] = layer.retained[cell]!;
      if (amount !== undefined) amount[count] = amountOf(layer, cell);
      observed[count++] = isObserved ? 1 : 0;
    });
  const cut = (whole: Int32Array): Int32Array => (whole.length === count ? whole : whole.slice(0, count));
  const [cutPeriod, cutMembers] = [cut(period), cut(members)];
  return {
    ...{ cohort: cut(cohort), period: cutPeriod, members: cutMembers, retained: cut(retained) },
    lastPeriod: lastPeriod === period ? cutPeriod : cut(lastPeriod),
    base: bases === members ? cutMembers : cut(bases),
    amount: amount?.slice(0, count),
    observed: cut(observed),
  };
}
