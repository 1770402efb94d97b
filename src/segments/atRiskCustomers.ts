import { checkInstant, checkLeast, checkOptions, checkPositive } from '../core/checks.ts';
import type { CustomerId, Instant } from '../core/types.ts';
import { checkEventLog } from '../log/checkLog.ts';
import { DAY } from '../log/day.ts';
import { endBefore } from '../log/endBefore.ts';
import type { EventLog } from '../log/types.ts';

/** The choices of `atRiskCustomers`. */
export interface AtRiskOptions {
  /** How many of their own mean gaps customers must have been silent for, above 0; 2 unless told. */
  readonly lateness?: number;
  /** The instant of looking: orders at or after it do not count. */
  readonly asOf: Instant;
  /** How many orders it takes to know a customer's gaps, at least 2; 3 unless told. */
  readonly minimumOrders?: number;
}

/** Customers who are late by their own habit: columns beside `customers`. */
export interface AtRiskCustomers {
  /** They, in the order of the log. */
  readonly customers: readonly CustomerId[];
  /** How many orders. */
  readonly orderCount: Int32Array;
  /** Days of 24 hours from order to order, on average. */
  readonly meanGapDays: Float64Array;
  /** Days of 24 hours from the last order to `asOf`. */
  readonly openGapDays: Float64Array;
  /** Customers whose gaps are known: they are at risk or not. */
  readonly assessedCustomers: number;
  /** Customers of too few orders, or with all of them at one instant: nothing is said of them. */
  readonly otherCustomers: number;
  /** What the choice rests on. */
  readonly definition: {
    /** How many mean gaps of silence. */
    readonly lateness: number;
    /** The instant of looking, in epoch milliseconds. */
    readonly asOf: number;
    /** How many orders it took. */
    readonly minimumOrders: number;
  };
}

const METRIC = 'atRiskCustomers';

/**
 * The customers who have been silent for longer than their own habit explains.
 *
 * openGap > lateness x meanGap
 *
 * The mean gap is the time from a customer's first order to the last, over the number of gaps between; the open gap the
 * time from the last to `asOf`. Someone who orders weekly is late after a fortnight, someone who orders yearly is not.
 * Where all orders lie at one instant the mean gap is 0 and tells nothing: such customers are among the `otherCustomers`.
 *
 * @param log - a log of orders; every event counts, so filter first where there are others
 * @param options - lateness, the instant of looking, how many orders it takes
 * @returns columns beside `customers`, and of how many customers nothing is said
 * @throws InputError `not-a-log`, `unknown-option`, `not-a-quantity`, `not-an-instant`, `not-a-count`, `below-limit`
 * @example
 * const day = 86_400_000;
 * const log = eventLogFromColumns({
 *   customer: ['ada', 'ada', 'ada', 'bob', 'bob', 'bob'],
 *   at: [0, 7 * day, 14 * day, 0, 20 * day, 40 * day],
 * });
 * const { customers, meanGapDays, openGapDays } = atRiskCustomers(log, { asOf: 60 * day });
 * customers // ['ada']
 * meanGapDays // [7]
 * openGapDays // [46]
 */
export function atRiskCustomers(log: EventLog, options: AtRiskOptions): AtRiskCustomers {
  checkEventLog(METRIC, log);
  const definition = checkHabit(options);
  const { lateness, asOf, minimumOrders } = definition;
  const late: CustomerId[] = [];
  const columns: { readonly [Name in 'orders' | 'meanGap' | 'openGap']: number[] } = {
    orders: [],
    meanGap: [],
    openGap: [],
  };
  let assessedCustomers = 0;
  let otherCustomers = 0;
  log.customers.forEach((customer, code) => {
    const start = log.offsets[code]!;
    const gaps = endBefore(log, code, asOf) - start - 1;
    if (gaps < 0) return;
    const active = log.at[start + gaps]! - log.at[start]!;
    const silent = asOf - log.at[start + gaps]!;
    if (gaps + 1 < minimumOrders || active === 0) otherCustomers++;
    else assessedCustomers++;
    // By products: a quotient would round, and call someone late who is exactly in time.
    if (gaps + 1 < minimumOrders || active === 0 || !(silent * gaps > lateness * active)) return;
    late.push(customer);
    columns.orders.push(gaps + 1);
    columns.meanGap.push(active / gaps / DAY);
    columns.openGap.push(silent / DAY);
  });
  return {
    customers: late,
    orderCount: Int32Array.from(columns.orders),
    meanGapDays: Float64Array.from(columns.meanGap),
    openGapDays: Float64Array.from(columns.openGap),
    ...{ assessedCustomers, otherCustomers, definition },
  };
}

function checkHabit(options: AtRiskOptions): AtRiskCustomers['definition'] {
  checkOptions(METRIC, options, ['lateness', 'asOf', 'minimumOrders']);
  const { lateness = 2, minimumOrders = 3 } = options;
  const asOf = checkInstant(METRIC, 'asOf', options.asOf);
  checkPositive(METRIC, 'lateness', lateness);
  checkLeast(METRIC, 'minimumOrders', minimumOrders, 2);
  return { lateness, asOf, minimumOrders };
}
