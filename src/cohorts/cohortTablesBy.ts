import { checkLeast, checkOneOf, checkRecord } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { AttributeValue } from '../core/types.ts';
import type { AttributeChoice, EventLog } from '../log/types.ts';
import { levelDeviate } from '../statistics/levelDeviate.ts';
import { cohortRecords } from './cohortCells.ts';
import { attributeGroups, type LargestGroups, largestGroups } from './customerGroups.ts';
import { type CohortTableOptions, readCohortOptions } from './readCohortOptions.ts';
import { tallyCohorts } from './tallyCohorts.ts';
import type { CohortTable } from './types.ts';

/** A table's options, and what breaks it down. */
export interface CohortTablesByOptions extends Omit<CohortTableOptions, 'attribute'> {
  /** One of your own columns, or `name` or `currency`: customers of each of its values have a table. */
  readonly by: string;
  /** How many values have a table of their own, those of the most customers; the rest share one. All, unless told. */
  readonly largest?: number;
}

/** The table of the customers who share a value. */
export interface CohortTableOf {
  /** The value as text; `'other'` of the rest. */
  readonly label: string;
  /** The value; undefined of the rest. */
  readonly value: AttributeValue | undefined;
  /** Whether it is the table of all values that have none of their own. */
  readonly isOther: boolean;
  /** How many customers have the value. */
  readonly customers: number;
  /** Their cohorts; the rows are the same ones in every table. */
  readonly table: CohortTable;
}

/** Tables of the values of a column. */
export interface CohortTablesBy {
  /** One a value, those of the most customers first, the rest last. */
  readonly tables: readonly CohortTableOf[];
  /** What they are of. */
  readonly definition: {
    /** The column, and which value of a customer counts. */
    readonly by: AttributeChoice;
    /** How many values have a table of their own; undefined for all. */
    readonly largest: number | undefined;
    /** The values that share the table of the rest. */
    readonly other: readonly AttributeValue[];
  };
}

const METRIC = 'cohortTablesBy';

/**
 * A cohort table broken down by a column: one for the customers of each value, or of the largest few and all others.
 *
 * All tables have the same rows, from the first event of the whole log on, and their members add up to those of the
 * table of everyone.
 *
 * @param log - what customers did
 * @param options - the options of `cohortTable`, and the column
 * @returns a table a value, in descending order of customers; of as many, in the order of first appearance
 * @throws InputError as `cohortTable`
 * @complexity one pass over the log, plus the cells
 * @example
 * const day = (month: number, date: number): number => Date.UTC(2024, month - 1, date);
 * const log = eventLogFromColumns({
 *   customer: ['ada', 'bob', 'ada', 'cyd', 'dan'],
 *   at: [day(1, 5), day(1, 9), day(2, 1), day(1, 3), day(1, 8)],
 *   attributes: { country: ['DE', 'US', 'DE', 'DE', 'FR'] },
 * });
 * const { tables } = cohortTablesBy(log, { period: 'month', asOf: day(3, 1), by: 'country', largest: 1 });
 * tables.map(({ label, customers }) => [label, customers]) // [['DE', 2], ['other', 2]]
 * tables[0].table.cohorts[0].cells.map((cell) => cell.retained) // [2, 1]
 */
export function cohortTablesBy(log: EventLog, options: CohortTablesByOptions): CohortTablesBy {
  checkRecord(METRIC, 'options', options);
  const { by, largest, value = 'first', ...rest } = options;
  checkOneOf(METRIC, 'value', value, ['first', 'last']);
  if (largest !== undefined) checkLeast(METRIC, 'largest', largest, 1);
  const { attribute } = rest as CohortTableOptions;
  if (attribute !== undefined)
    refuse('not-an-option', METRIC, ['attribute'], 'left out: the cohorts of a breakdown are periods', attribute);
  const choice = { name: by, value };
  let groups: LargestGroups | undefined;
  const { plan, definition } = readCohortOptions(METRIC, log, rest, [], (asOf) => {
    groups = largestGroups(log, attributeGroups(METRIC, log, choice, asOf, 'by'), asOf, largest ?? Infinity);
    return groups;
  });
  const { values, sizes, other } = groups!;
  const source = { plan, tally: tallyCohorts(plan), z: levelDeviate(definition.level) };
  return {
    tables: values.map((own, group) => {
      const isOther = other.length > 0 && group === values.length - 1;
      const label = isOther ? 'other' : String(own);
      const table = { cohorts: cohortRecords(source, group), definition };
      return { label, value: isOther ? undefined : own, isOther, customers: sizes[group]!, table };
    }),
    definition: { by: choice, largest, other },
  };
}
