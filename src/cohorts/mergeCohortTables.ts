import { describe, refuse } from '../core/errors.ts';
import { levelDeviate } from '../statistics/levelDeviate.ts';
import { isAlike } from './isAlike.ts';
import { mergeCells } from './mergeCells.ts';
import { readCohorts } from './readCohorts.ts';
import type { Cohort, CohortDefinition, CohortTable } from './types.ts';

const METRIC = 'mergeCohortTables';

/**
 * The cohort table of two logs that share no customer, from the tables of the two: a log too large for one machine can be
 * cut by customer, and many tables merged one after another.
 *
 * Cohorts of periods are put together by when they begin, cohorts of an attribute by their value. Counts add up exactly,
 * amounts where they are whole minor units; rates and intervals are made anew. A cell that is about members whose period
 * has ended in one table, and about members for whom it is under way in the other, is about the former: so it would be had
 * all been in one log. That no customer is in both logs, and that functions which chose events were the same, a table
 * cannot tell.
 *
 * @param one - the table of some customers
 * @param other - the table of others, made with the same options and `asOf`
 * @returns the table of all: cohorts of periods in order of time; of an attribute those of `one` as they stand there,
 * then those of `other` alone
 * @throws InputError `not-a-record`, `not-rows`, `not-an-option` (suppressed cells too), `not-a-count`, `below-limit`,
 * `above-limit`, `not-a-text`, `not-an-attribute`, `not-an-instant`, `not-a-number`, `duplicate-id` (a cohort that is there
 * twice), `unlike-definitions`
 * @complexity linear in the cells
 * @example
 * const day = (month: number, date: number): number => Date.UTC(2024, month - 1, date);
 * const options = { period: 'month', asOf: day(4, 1) } as const;
 * const one = eventLogFromColumns({ customer: ['ada', 'ada'], at: [day(1, 5), day(2, 1)] });
 * const other = eventLogFromColumns({ customer: ['bob', 'cyd'], at: [day(1, 9), day(2, 3)] });
 * const { cohorts } = mergeCohortTables(cohortTable(one, options), cohortTable(other, options));
 * cohorts.map(({ label, cells }) => [label, cells.map((cell) => `${cell.retained} of ${cell.base}`)])
 * // [['2024-01', ['2 of 2', '1 of 2', '0 of 2']], ['2024-02', ['1 of 1', '0 of 1']], ['2024-03', ['0 of 0']]]
 */
export function mergeCohortTables(one: CohortTable, other: CohortTable): CohortTable {
  const [first, second] = [readCohorts(METRIC, one, 'one'), readCohorts(METRIC, other, 'other')];
  const { definition } = one;
  checkEqual(definition, other.definition);
  const z = levelDeviate(definition.level);
  const others = byKey('other', second, definition);
  const merged = [...byKey('one', first, definition)].map(([key, cohort]) => {
    const match = others.get(key);
    others.delete(key);
    return match === undefined ? cohort : mergeCohorts(cohort, match, definition, z);
  });
  const cohorts = [...merged, ...others.values()];
  if (definition.entry !== 'attribute') cohorts.sort((before, after) => before.from - after.from);
  return { cohorts, definition: { ...definition } };
}

function checkEqual(one: CohortDefinition, other: CohortDefinition): void {
  const [fields, others] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
  for (const field of new Set([...fields.keys(), ...others.keys()])) {
    const [expected, found] = [fields.get(field), others.get(field)];
    if (isAlike(expected, found)) continue;
    const rule = `as in "one.definition" (${describe(expected)})`;
    refuse('unlike-definitions', METRIC, ['other', 'definition', field], rule, found);
  }
}

/** The cohorts of a table by what tells them apart: values keep their type, as `'5'` and 5 are two. */
function byKey(name: string, cohorts: readonly Cohort[], { entry }: CohortDefinition): Map<string, Cohort> {
  const found = new Map<string, Cohort>();
  for (let place = 0; place < cohorts.length; place++) {
    const { value, from, label } = cohorts[place]!;
    const key = `${typeof value} ${value}${entry === 'attribute' ? '' : ` ${from}`}`;
    if (found.has(key)) refuse('duplicate-id', METRIC, [name, 'cohorts', place], 'a cohort of its own', label);
    found.set(key, cohorts[place]!);
  }
  return found;
}

function mergeCohorts(one: Cohort, other: Cohort, definition: CohortDefinition, z: number): Cohort {
  return {
    label: one.label,
    value: one.value,
    from: Math.min(one.from, other.from),
    size: one.size + other.size,
    returnedInPeriod0: one.returnedInPeriod0 + other.returnedInPeriod0,
    cells: mergeCells(one, other, definition, z),
  };
}
