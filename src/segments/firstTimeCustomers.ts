import { checkInstant, checkOptions, checkPositive } from '../core/checks.ts';
import type { CustomerId, Instant } from '../core/types.ts';
import { checkEventLog } from '../log/checkLog.ts';
import { DAY } from '../log/day.ts';
import type { EventLog } from '../log/types.ts';

/** The choices of `firstTimeCustomers`. */
export interface FirstTimeOptions {
  /** How many days of 24 hours before `asOf` count as lately. */
  readonly within: number;
  /** The instant of looking: events at or after it do not count. */
  readonly asOf: Instant;
}

/** Customers who came lately: a column beside `customers`. */
export interface FirstTimeCustomers {
  /** They, in the order of the log. */
  readonly customers: readonly CustomerId[];
  /** Instant of each one's first event, in epoch milliseconds. */
  readonly firstAt: Float64Array;
  /** How many customers had an event before `asOf` at all. */
  readonly customersInAll: number;
  /** What the choice rests on. */
  readonly definition: {
    /** Days before `asOf`. */
    readonly within: number;
    /** The instant of looking, in epoch milliseconds. */
    readonly asOf: number;
  };
}

const METRIC = 'firstTimeCustomers';

/**
 * The customers whose first event of all lies in the last so many days: in [asOf - within, asOf).
 *
 * A log that begins lately makes everyone look new: it must reach back before the days in question.
 *
 * @param log - what customers did; every event counts, so filter first where only orders should
 * @param options - how many days, and the instant of looking
 * @returns a column beside `customers`
 * @throws InputError `not-a-log`, `unknown-option`, `not-a-quantity`, `not-an-instant`
 * @example
 * const day = 86_400_000;
 * const log = eventLogFromColumns({ customer: ['ada', 'bob', 'ada'], at: [0, 80 * day, 90 * day] });
 * firstTimeCustomers(log, { within: 30, asOf: 100 * day }).customers // ['bob']
 */
export function firstTimeCustomers(log: EventLog, options: FirstTimeOptions): FirstTimeCustomers {
  checkEventLog(METRIC, log);
  checkOptions(METRIC, options, ['within', 'asOf']);
  const { within } = options;
  checkPositive(METRIC, 'within', within);
  const asOf = checkInstant(METRIC, 'asOf', options.asOf);
  const customers: CustomerId[] = [];
  const firstAt: number[] = [];
  let customersInAll = 0;
  for (let customer = 0; customer < log.customers.length; customer++) {
    const first = log.at[log.offsets[customer]!]!;
    if (first >= asOf) continue;
    customersInAll++;
    if (first < asOf - within * DAY) continue;
    customers.push(log.customers[customer]!);
    firstAt.push(first);
  }
  return { customers, firstAt: Float64Array.from(firstAt), customersInAll, definition: { within, asOf } };
}
