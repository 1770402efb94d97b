import { checkCount } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { AttributeValue, CustomerId } from '../core/types.ts';
import type { EventLog } from '../log/types.ts';
import { ATTRIBUTE } from '../log/valueKind.ts';
import { periodLabels } from '../time/periodLabels.ts';
import type { CohortPlan } from './cohortPlan.ts';
import { eachMember } from './eachMember.ts';
import { isSkipped } from './matchColumns.ts';
import { type CohortReading, type CohortTableOptions, readCohortOptions } from './readCohortOptions.ts';
import type { CohortDefinition } from './types.ts';

/** A table's options, and which of its cells. */
export interface CohortCustomersOptions extends CohortTableOptions {
  /** The cohort's label, such as `'2024-03'`; of cohorts of an attribute, its value. */
  readonly cohort: AttributeValue;
  /** The cell's `period`. */
  readonly inPeriod: number;
}

/** The customers of a cell. */
export interface CohortCustomers {
  /** Members who are retained in it. */
  readonly retained: readonly CustomerId[];
  /** Members who are not. */
  readonly absent: readonly CustomerId[];
  /** Whether the column has ended for them, or is under way: as the cell's. */
  readonly state: 'observed' | 'partial';
  /** What the table rests on. */
  readonly definition: CohortDefinition;
}

const METRIC = 'cohortCustomers';

/**
 * Who is behind a cell of a cohort table: its members by name, those retained and those not.
 *
 * Takes the options of the table and looks at the events of that cohort's customers only, so that a click on a cell costs
 * far less than the table.
 *
 * @param log - the log of the table
 * @param options - the table's options, and which of its cells
 * @returns two lists that make up the cell's members, in the order of the log's customers
 * @throws InputError as `cohortTable`, `not-an-attribute`; `unknown-field` where the table has no such cohort or no such cell in it
 * @complexity one pass over the customers, and over the events of the cohort's
 * @example
 * const day = (month: number, date: number): number => Date.UTC(2024, month - 1, date);
 * const log = eventLogFromColumns({
 *   customer: ['ada', 'bob', 'ada', 'cyd', 'ada'],
 *   at: [day(1, 5), day(1, 9), day(2, 1), day(2, 3), day(3, 8)],
 * });
 * const february = { period: 'month', asOf: day(3, 10), cohort: '2024-01', inPeriod: 1 } as const;
 * cohortCustomers(log, february).retained // ['ada']
 * cohortCustomers(log, february).absent // ['bob']
 */
export function cohortCustomers(log: EventLog, options: CohortCustomersOptions): CohortCustomers {
  const { plan, definition } = readCellOptions(log, options);
  const cohort = placeOf(plan, options.cohort);
  const column = plan.layout.first.indexOf(options.inPeriod);
  const ended: [CustomerId[], CustomerId[]] = [[], []];
  const begun: [CustomerId[], CustomerId[]] = [[], []];
  eachMember(
    plan,
    (member, customer) => {
      if (column === -1 || column >= member.begun || isSkipped(plan, member.span.first, column)) return;
      const found = column < member.ended ? ended : begun;
      found[member.retained[column] === 1 ? 0 : 1].push(log.customers[customer]!);
    },
    cohort,
  );
  const isObserved = ended[0].length + ended[1].length > 0;
  const [retained, absent] = isObserved ? ended : begun;
  if (retained.length + absent.length === 0)
    refuse('unknown-field', METRIC, ['inPeriod'], 'the period of a cell with members in that cohort', options.inPeriod);
  return { retained, absent, state: isObserved ? 'observed' : 'partial', definition };
}

/** Refuses options of which no table is made, or no cell. */
export function readCellOptions(log: EventLog, options: CohortCustomersOptions): CohortReading {
  const reading = readCohortOptions(METRIC, log, options, ['cohort', 'inPeriod']);
  checkCount(METRIC, 'inPeriod', options.inPeriod);
  if (!ATTRIBUTE.isValid(options.cohort))
    refuse('not-an-attribute', METRIC, ['cohort'], ATTRIBUTE.expected, options.cohort);
  return reading;
}

/** The place of a cohort by its name. */
function placeOf({ isByAttribute, groups, cohortIndex }: CohortPlan, cohort: AttributeValue): number {
  const names: readonly AttributeValue[] = isByAttribute ? groups!.values : periodLabels(cohortIndex);
  const place = names.indexOf(cohort);
  if (place === -1) {
    const what = isByAttribute ? "one of the attribute's values" : "the label of one of the table's cohorts";
    refuse('unknown-field', METRIC, ['cohort'], what, cohort);
  }
  return place;
}
