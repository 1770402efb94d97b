import { describe, refuse } from '../core/errors.ts';
import type { CustomerPeriods, CustomerPeriodsDefinition, CustomerPeriodsInput } from './customerPeriods.ts';
import { isAlike } from './isAlike.ts';
import { joinPeriodRows } from './joinPeriodRows.ts';
import { type ReadPeriods, readCustomerPeriods } from './readCustomerPeriods.ts';

const METRIC = 'mergeCustomerPeriods';

/**
 * What each customer did in each period, of two logs from what each of them tells; customers may be in both.
 *
 * Rows of the same customer and period become one: events and amounts add up, the first and the last event are those of
 * both. Parts may be put together in any order and grouping, which changes the order of customers alone; amounts come out
 * the same to the last bit where they are whole minor units. An event that is in both parts is counted twice: presence and
 * retention are the same, `events` and `amount` are not.
 *
 * @param one - what `customerPeriods` gave for one part, or a merge did; columns may be plain arrays
 * @param other - the same of another part, with the same options and `asOf`
 * @returns the rows of both: customers of `one` as they stand there, then those of `other` alone
 * @throws InputError `not-a-record`, `not-rows`, `not-an-id`, `duplicate-id`, `length-mismatch`, `not-a-count`,
 * `not-an-instant`, `reversed-interval`, `after-as-of`, `not-a-number`, `not-a-text`, `not-an-option`,
 * `unknown-time-zone`, `missing-field` (amounts that one part has not), `unlike-definitions`, `above-limit` (more events
 * in a row than can be counted)
 * @complexity linear in the rows of both
 * @example
 * const day = (month: number, date: number): number => Date.UTC(2024, month - 1, date);
 * const options = { period: 'month', asOf: day(3, 1) } as const;
 * const january = eventLogFromColumns({ customer: ['ada', 'bob'], at: [day(1, 5), day(1, 9)] });
 * const february = eventLogFromColumns({ customer: ['ada', 'ada'], at: [day(1, 31), day(2, 3)] });
 * const both = mergeCustomerPeriods(customerPeriods(january, options), customerPeriods(february, options));
 * both.customers // ['ada', 'bob']
 * both.offsets // [0, 2, 3]
 * both.events // [2, 1, 1]
 */
export function mergeCustomerPeriods(one: CustomerPeriodsInput, other: CustomerPeriodsInput): CustomerPeriods {
  const [first, second] = [readCustomerPeriods(METRIC, 'one', one), readCustomerPeriods(METRIC, 'other', other)];
  const definition = sharedDefinition(first, second);
  return { ...joinPeriodRows(METRIC, first, second, hasAmounts(first, second)), definition };
}

const isEmpty = ({ customers }: CustomerPeriods): boolean => customers.length === 0;

/** A part of no rows has no currency to compare: that of the other counts. */
function sharedDefinition(one: ReadPeriods, other: ReadPeriods): CustomerPeriodsDefinition {
  const currency = (isEmpty(one) ? other : one).definition.currency;
  const areBoth = !isEmpty(one) && !isEmpty(other);
  const fields = Object.keys({ ...one.definition, ...other.definition }) as (keyof CustomerPeriodsDefinition)[];
  for (const field of fields) {
    const [expected, found] = [one.definition[field], other.definition[field]];
    if (isAlike(expected, found) || (field === 'currency' && !areBoth)) continue;
    const rule = `as in "one.definition" (${describe(expected)})`;
    refuse('unlike-definitions', METRIC, ['other', 'definition', field], rule, found);
  }
  return { ...one.definition, currency };
}

function hasAmounts(one: ReadPeriods, other: ReadPeriods): boolean {
  if (isEmpty(one) !== isEmpty(other)) return (isEmpty(one) ? other : one).amount !== undefined;
  const areAlike = (one.amount === undefined) === (other.amount === undefined);
  if (!areAlike && !isEmpty(one)) {
    const name = one.amount === undefined ? 'one' : 'other';
    refuse('missing-field', METRIC, [name, 'amount'], 'in both or in none', undefined);
  }
  return one.amount !== undefined || other.amount !== undefined;
}
