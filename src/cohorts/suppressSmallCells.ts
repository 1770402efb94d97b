import { checkLeast, checkOptions, checkRecord } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { hideInColumns } from './hideInColumns.ts';
import { emptyRow, hiddenCount, hideInRow, type RowMask, type SmallRule } from './hideInRow.ts';
import { readCohorts, readShownCohorts } from './readCohorts.ts';
import type { Cohort, CohortCell, CohortDefinition, CohortTable } from './types.ts';

/** What counts as small. */
export interface SuppressionOptions {
  /** Groups of fewer customers are not shown, at least 1; 5 and 10 are in use. */
  readonly minimumCustomers: number;
}

/** A cohort table without its small cells. */
export interface SuppressedCohortTable extends CohortTable {
  /** What the table rests on, and how few customers it still shows. */
  readonly definition: CohortDefinition & {
    /** Groups of fewer customers are not shown. */
    readonly minimumCustomers: number;
  };
}

const METRIC = 'suppressSmallCells';

/**
 * A cohort table without figures about fewer customers than a number, so that it may leave the company.
 *
 * Small is a count from 1 to `minimumCustomers` - 1; nobody is not small. The rules, in order, until none hides more:
 *
 * 1. Of a cohort of small size nothing is shown but its name and periods.
 * 2. A cell is hidden where its members, the retained of them or the others are small, since each tells the other; likewise
 *    its base, and those not in it. `returnedInPeriod0` is hidden where it, or the rest of the cohort, is small.
 * 3. A cell is hidden where its members are fewer than those of the shown cell before, or the cohort's size, by a small
 *    number; and likewise its retained, where the match is other than `'on'`: the difference is a group too.
 * 4. With base `'previousPeriod'` nothing is shown after a hidden cell, whose retained would be the next base.
 * 5. Nobody is to find what is hidden by taking what is shown from a total. In each column, over the observed cells, and once
 *    more over those of cohorts whose size is shown, hidden cells are not one alone, and their members, retained, lost and
 *    bases do not add up to a small number: else the smallest cell that is shown, of equal ones that of the later cohort,
 *    is hidden too. Likewise for sizes, of which a whole cohort is hidden, and `returnedInPeriod0`.
 *
 * Hidden figures are NaN, and their cells `'suppressed'`. That nobody of a large cohort was retained is shown: it
 * is true of everyone in it. Amounts by match `'onOrAfter'` and `'onOrBefore'` are hidden throughout, as the difference
 * of two may be one customer's; so is `from` of an attribute's cohorts, one customer's first event. The members of a curve
 * of all cohorts tell, from one period to the next, the size of each: publish that of the cohorts whose size is shown.
 *
 * @param table - what `cohortTable` gave, or a table made of it
 * @param options - how many customers a figure is about at least
 * @returns the table without small cells; one that was made so before, with as large a number, as it is
 * @throws InputError `not-a-record`, `not-rows`, `unknown-option`, `not-an-option` (a table that was made so with a smaller
 * number, or whose figures are hidden otherwise), `not-a-count`, `below-limit`, `above-limit`, `not-a-text`,
 * `not-an-attribute`, `not-an-instant`, `not-a-number`
 * @complexity cells by the logarithm of the cohorts, a few times over
 * @example
 * const day = (date: number): number => Date.UTC(2024, 0, date);
 * const customer = ['a', 'b', 'c', 'd', 'e', 'a', 'b', 'c', 'd', 'a', 'b'];
 * const at = [...[1, 1, 1, 1, 1].map(day), ...[2, 2, 2, 2].map(day), ...[3, 3].map(day)];
 * const table = cohortTable(eventLogFromColumns({ customer, at }), { period: 'day', asOf: day(5) });
 * const [first] = suppressSmallCells(table, { minimumCustomers: 2 }).cohorts;
 * table.cohorts[0].cells.map((cell) => cell.retained) // [5, 4, 2, 0]
 * first.cells.map((cell) => cell.retained) // [5, NaN, 2, 0]
 */
export function suppressSmallCells(table: CohortTable, options: SuppressionOptions): SuppressedCohortTable {
  const minimumCustomers = readMinimum(METRIC, options);
  const before = minimumBefore(table);
  if (before >= minimumCustomers)
    return { cohorts: readShownCohorts(METRIC, table), definition: { ...table.definition, minimumCustomers: before } };
  const rule = { minimumCustomers, definition: table.definition };
  const rows = readCohorts(METRIC, table).map(emptyRow);
  for (let known = -1; known < hiddenCount(rows); ) {
    known = hiddenCount(rows);
    for (const row of rows) hideInRow(row, rule);
    hideInColumns(rows, rule);
  }
  return {
    cohorts: rows.map((row) => shownCohort(row, rule)),
    definition: { ...table.definition, minimumCustomers },
  };
}

/** The number that options ask for; refuses what is none. */
export function readMinimum(metric: string, options: SuppressionOptions): number {
  checkOptions(metric, options, ['minimumCustomers']);
  checkLeast(metric, 'minimumCustomers', options.minimumCustomers, 1);
  return options.minimumCustomers;
}

/** The number with which the table was made so before; 0 where it was not. */
function minimumBefore(table: CohortTable | SuppressedCohortTable): number {
  checkRecord(METRIC, 'table', table);
  checkRecord(METRIC, 'table.definition', table.definition);
  const { definition } = table;
  if (!('minimumCustomers' in definition)) return 0;
  const minimum = definition.minimumCustomers as number;
  if (!Number.isSafeInteger(minimum) || minimum < 1)
    refuse('not-a-count', METRIC, ['table.definition.minimumCustomers'], 'a whole number of at least 1', minimum);
  return minimum;
}

function shownCohort(row: RowMask, rule: SmallRule): Cohort {
  const { cohort } = row;
  const isOneCustomers = rule.definition.entry === 'attribute' && rule.minimumCustomers > 1;
  return {
    label: cohort.label,
    value: cohort.value,
    from: isOneCustomers ? Number.NaN : cohort.from,
    size: row.isHidden ? Number.NaN : cohort.size,
    returnedInPeriod0: row.hidesReturned ? Number.NaN : cohort.returnedInPeriod0,
    cells: cohort.cells.map((cell, place) => {
      if (row.hides[place] === 1) return suppressedCell(cell);
      return hidesAmounts(row, cell, rule) ? { ...cell, ...noAmounts() } : cell;
    }),
  };
}

function noAmounts(): Pick<CohortCell, 'amount' | 'amountPerMember' | 'amountPerRetained'> {
  return { amount: Number.NaN, amountPerMember: Number.NaN, amountPerRetained: Number.NaN };
}

function suppressedCell({ period, lastPeriod }: CohortCell): CohortCell {
  return {
    ...{ period, lastPeriod, members: Number.NaN, retained: Number.NaN, base: Number.NaN, rate: Number.NaN },
    interval: { lower: Number.NaN, upper: Number.NaN },
    ...noAmounts(),
    state: 'suppressed',
  };
}

/** Whether the amounts of a shown cell may be those of few: in period 0 of who came back, where another event made members. */
function hidesAmounts(
  { hidesReturned }: RowMask,
  { period }: CohortCell,
  { minimumCustomers, definition }: SmallRule,
): boolean {
  const { match, start, return: back } = definition;
  if (minimumCustomers === 1) return false;
  if (match === 'onOrAfter' || match === 'onOrBefore') return true;
  const isSameEvent = start?.name === back?.name && start?.filtered !== true && back?.filtered !== true;
  return period === 0 && hidesReturned && !isSameEvent;
}
