import { checkInstant } from '../core/checks.ts';
import type { CustomerId, Instant } from '../core/types.ts';
import { checkEventLog, checkOneCurrency, currencyOf } from '../log/checkLog.ts';
import type { EventLog } from '../log/types.ts';
import { checkCalendar } from '../time/checkCalendar.ts';
import { layPeriods } from '../time/layPeriods.ts';
import type { Calendar, PeriodOptions } from '../time/types.ts';
import { tallyCustomerPeriods } from './tallyCustomerPeriods.ts';

/** The length of the periods, and up to when the log tells. */
export interface CustomerPeriodsOptions extends PeriodOptions {
  /** The instant up to which the log tells; events from it on are not looked at. Of all parts the same one. */
  readonly asOf: Instant;
}

/** What rows of customers and periods rest on. */
export interface CustomerPeriodsDefinition extends Calendar {
  /** Up to when events were looked at, in epoch milliseconds. */
  readonly asOf: number;
  /** The currency of the amounts; undefined where the log names none, and of no rows. */
  readonly currency: string | undefined;
}

/**
 * What each customer did in each period with an event: columns of one value a customer and period. The rows of
 * `customers[c]` are `offsets[c]` up to, not including, `offsets[c + 1]`, in order of time.
 */
export interface CustomerPeriods {
  /** The customers, each with at least one row. */
  readonly customers: readonly CustomerId[];
  /** Where each customer's rows begin, and at last the number of rows. */
  readonly offsets: Int32Array;
  /** The first instant of the period, in epoch milliseconds. */
  readonly start: Float64Array;
  /** The customer's first event in it, in epoch milliseconds. */
  readonly firstAt: Float64Array;
  /** The customer's last event in it, in epoch milliseconds. */
  readonly lastAt: Float64Array;
  /** How many events. */
  readonly events: Int32Array;
  /** Sum of their amounts, but for what rounding lost; undefined where the log has none. */
  readonly amount: Float64Array | undefined;
  /** What rounding lost, to be added at the very end (Neumaier); 0 for whole minor units. */
  readonly lost: Float64Array | undefined;
  /** What the rows rest on. */
  readonly definition: CustomerPeriodsDefinition;
}

/** The same with columns of any kind: plain arrays too, as they come out of JSON or a database. */
export type CustomerPeriodsInput = {
  readonly [Name in keyof CustomerPeriods]: CustomerPeriods[Name] extends ArrayLike<number> | undefined
    ? ArrayLike<number> | Extract<CustomerPeriods[Name], undefined>
    : CustomerPeriods[Name];
};

const METRIC = 'customerPeriods';

/**
 * What each customer did in each period: all of a log that a cohort table needs, keyed by customer, so that logs which
 * were cut in any way can be put together again.
 *
 * Tables of two parts of a log add up only where no customer is in both. These rows do whatever the parts share:
 * `mergeCustomerPeriods` puts them together, and `cohortTableFromPeriods` makes the table of the whole. A part without an
 * event before `asOf` has no rows, which is no error here: of a log that was cut by time some parts may be later.
 *
 * @param log - what customers did, or a part of it; every event counts, so filter first where only orders should
 * @param options - the length of the periods, their zone, and `asOf`
 * @returns columns of one row a customer and period, customers in the order of the log
 * @throws InputError `not-a-log`, `unknown-option`, `not-an-option`, `unknown-time-zone`, `not-an-instant`,
 * `mixed-currencies`, `too-many-periods`
 * @complexity two passes over the log
 * @example
 * const day = (month: number, date: number): number => Date.UTC(2024, month - 1, date);
 * const log = eventLogFromColumns({
 *   customer: ['ada', 'bob', 'ada', 'ada'],
 *   at: [day(1, 5), day(1, 9), day(1, 20), day(2, 1)],
 *   amount: [20, 30, 25, 10],
 * });
 * const { customers, offsets, start, events, amount } = customerPeriods(log, { period: 'month', asOf: day(3, 1) });
 * customers // ['ada', 'bob']
 * offsets // [0, 2, 3]
 * Array.from(start, (at) => new Date(at).toISOString().slice(0, 7)) // ['2024-01', '2024-02', '2024-01']
 * events // [2, 1, 1]
 * amount // [45, 10, 30]
 */
export function customerPeriods(log: EventLog, options: CustomerPeriodsOptions): CustomerPeriods {
  checkEventLog(METRIC, log);
  const calendar = checkCalendar(METRIC, options, ['asOf']);
  const asOf = checkInstant(METRIC, 'asOf', options.asOf);
  checkOneCurrency(METRIC, log);
  const from = Math.min(log.earliest, asOf);
  const rows = tallyCustomerPeriods(log, layPeriods(METRIC, { ...calendar, from, to: asOf }), asOf);
  // A part of no rows says nothing of money, so that it goes with parts in any currency.
  const currency = rows.customers.length === 0 ? undefined : currencyOf(log);
  return { ...rows, definition: { ...calendar, asOf, currency } };
}
