import { checkOneOf, checkOptions } from '../core/checks.ts';
import type { LevelOptions } from '../core/types.ts';
import { firstInstant } from '../log/firstInstant.ts';
import type { EventLog } from '../log/types.ts';
import { levelDeviate } from '../statistics/levelDeviate.ts';
import { cohortRecords } from './cohortCells.ts';
import type { CohortColumnOptions } from './cohortColumns.ts';
import type { CohortRuleOptions } from './cohortRules.ts';
import type { CustomerPeriods, CustomerPeriodsInput } from './customerPeriods.ts';
import { eachPeriodMember, placeRows } from './eachPeriodMember.ts';
import { readCohortOptions } from './readCohortOptions.ts';
import { readCustomerPeriods } from './readCustomerPeriods.ts';
import { tallyMembers } from './tallyMembers.ts';
import type { CohortTable } from './types.ts';

/** How cohorts are made of rows of customers and periods; period, zone and `asOf` are those of the rows. */
export interface CohortTableFromPeriodsOptions
  extends LevelOptions,
    Pick<CohortRuleOptions, 'match' | 'minimumEvents'>,
    Pick<CohortColumnOptions, 'brackets' | 'lastPeriod' | 'base'> {
  /** `'firstEvent'` unless told: the first period of all makes the cohort. `'recurring'`: every period does. */
  readonly entry?: 'firstEvent' | 'recurring';
}

const METRIC = 'cohortTableFromPeriods';

/**
 * The cohort table of what customers did in each period: the one that `cohortTable` makes of the whole log, however the
 * log was cut.
 *
 * Options are those of `cohortTable` that ask for no single event: there are no start and return events of their own, no
 * attribute, and columns are the periods of the rows.
 *
 * @param periods - what `customerPeriods` gave for a log, or `mergeCustomerPeriods` for parts of it; columns may be plain
 * arrays
 * @param options - entry, match, columns and level, as for `cohortTable`
 * @returns cohorts in order of time, with the definition that `cohortTable` states; of no rows, none
 * @throws InputError `not-a-record`, `not-rows`, `not-an-id`, `duplicate-id`, `length-mismatch`, `not-a-count`,
 * `not-an-instant`, `reversed-interval`, `after-as-of`, `not-a-number`, `not-a-text`, `not-an-option`,
 * `unknown-time-zone`, `missing-field`, `unlike-definitions` (a row that is not of one period), `unknown-option`,
 * `below-limit`, `too-many-periods`
 * @complexity linear in the rows, plus the cells; of `'recurring'`, in the pairs of a customer's rows
 * @example
 * const day = (month: number, date: number): number => Date.UTC(2024, month - 1, date);
 * const options = { period: 'month', asOf: day(3, 1) } as const;
 * const january = eventLogFromColumns({ customer: ['ada', 'bob'], at: [day(1, 5), day(1, 9)] });
 * const february = eventLogFromColumns({ customer: ['ada', 'cyd'], at: [day(2, 1), day(2, 3)] });
 * const both = mergeCustomerPeriods(customerPeriods(january, options), customerPeriods(february, options));
 * const { cohorts } = cohortTableFromPeriods(both);
 * cohorts.map(({ label, cells }) => [label, cells.map((cell) => cell.retained)])
 * // [['2024-01', [2, 1]], ['2024-02', [1]]]
 */
export function cohortTableFromPeriods(
  periods: CustomerPeriodsInput,
  options: CohortTableFromPeriodsOptions = {},
): CohortTable {
  const read = readCustomerPeriods(METRIC, 'periods', periods);
  checkOptions(METRIC, options, ['entry', 'match', 'minimumEvents', 'brackets', 'lastPeriod', 'base', 'level']);
  const { entry = 'firstEvent' } = options;
  checkOneOf(METRIC, 'entry', entry, ['firstEvent', 'recurring']);
  const { currency: _, ...calendar } = read.definition;
  const { plan, definition } = readCohortOptions(METRIC, firstEvents(read), { ...calendar, ...options });
  const rows = placeRows(METRIC, read, plan);
  const tally = tallyMembers(plan, (own, visit) => eachPeriodMember(own, rows, visit));
  return { cohorts: cohortRecords({ plan, tally, z: levelDeviate(definition.level) }, 0), definition };
}

/** A log of each row's first event: cohorts and columns are laid out by it as by the whole log. */
function firstEvents({ customers, offsets, firstAt, amount, definition }: CustomerPeriods): EventLog {
  const { currency } = definition;
  const codes = new Int32Array(firstAt.length);
  return {
    ...{ kind: 'events', customers, offsets, at: firstAt, earliest: firstInstant(offsets, firstAt), amount },
    currency: currency === undefined ? undefined : { codes, values: [currency] },
    ...{ name: undefined, ids: undefined, attributes: [] },
    intake: {
      ...{ rows: firstAt.length, refunds: 'keep', refundsDropped: 0, refundsNetted: 0 },
      ...{ duplicates: 'keep', duplicatesDropped: 0 },
    },
  };
}
