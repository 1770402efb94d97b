import { checkFraction, checkInstant, checkOptions } from '../core/checks.ts';
import type { CustomerId, Instant } from '../core/types.ts';
import { checkAmounts, checkEventLog, currencyOf } from '../log/checkLog.ts';
import type { EventLog } from '../log/types.ts';
import { recencyFrequencyMoney } from './recencyFrequencyMoney.ts';

/** The choices of `highValueCustomers`. */
export interface HighValueOptions {
  /** Which share of the customers, from 0 to 1: 0.2 for the top fifth. */
  readonly share: number;
  /** The instant of looking: orders at or after it do not count. */
  readonly asOf: Instant;
}

/** The customers of highest revenue: columns beside `customers`. */
export interface HighValueCustomers {
  /** They, in the order of the log. */
  readonly customers: readonly CustomerId[];
  /** Sum of each one's amounts. */
  readonly revenue: Float64Array;
  /** The lowest revenue with which a customer is one of them; NaN where nobody is. */
  readonly threshold: number;
  /** How many customers they were chosen from: those with an order before `asOf`. */
  readonly customersInAll: number;
  /** What the choice rests on. */
  readonly definition: {
    /** Which share of the customers. */
    readonly share: number;
    /** The instant of looking, in epoch milliseconds. */
    readonly asOf: number;
    /** The currency of the amounts; undefined where the log names none. */
    readonly currency: string | undefined;
  };
}

const METRIC = 'highValueCustomers';

/** A share of customers this little above a whole number of them is that number: 0.07 x 100 asks for 7, not for 8. */
const ROUNDING = 4 * Number.EPSILON;

/**
 * The top share of the customers by revenue: the fewest that are at least that share, and everyone whose revenue equals
 * that of the last of them. There may so be more than the share, never fewer, and never one of two equal customers.
 *
 * @param log - a log of orders with amounts; every event counts, so filter first where there are others
 * @param options - which share, and the instant of looking
 * @returns columns beside `customers`, with the lowest revenue among them
 * @throws InputError `not-a-log`, `unknown-option`, `not-a-quantity`, `above-limit`, `not-an-instant`, `missing-field` (a
 * log without amounts), `mixed-currencies`
 * @complexity a sort of the customers' revenue
 * @example
 * const log = eventLogFromColumns({ customer: ['ada', 'bob', 'cyd', 'dan'], at: [1, 2, 3, 4], amount: [5, 9, 9, 2] });
 * highValueCustomers(log, { share: 0.25, asOf: 10 }).customers // ['bob', 'cyd']
 * @see `topShare`, which says what part of the revenue they hold
 */
export function highValueCustomers(log: EventLog, options: HighValueOptions): HighValueCustomers {
  checkEventLog(METRIC, log);
  checkOptions(METRIC, options, ['share', 'asOf']);
  const { share } = options;
  checkFraction(METRIC, 'share', share);
  const asOf = checkInstant(METRIC, 'asOf', options.asOf);
  const { customers, revenue } = recencyFrequencyMoney(log, checkAmounts(METRIC, log), asOf);
  const count = Math.ceil(share * revenue.length * (1 - ROUNDING));
  const threshold = count === 0 ? Number.NaN : revenue.slice().sort()[revenue.length - count]!;
  return {
    customers: customers.filter((_, place) => revenue[place]! >= threshold),
    revenue: revenue.filter((value) => value >= threshold),
    threshold,
    customersInAll: customers.length,
    definition: { share, asOf, currency: currencyOf(log) },
  };
}
