import { checkInstant, checkInterval, checkOptions } from '../core/checks.ts';
import type { Instant } from '../core/types.ts';
import { sum } from '../numeric/sum.ts';
import { checkEventLog, checkOneCurrency, currencyOf } from './checkLog.ts';
import type { EventLog } from './types.ts';

/** Which orders are counted: those in [from, to); all, unless told. */
export interface PurchaseTotalsOptions {
  /** At this instant or later. */
  readonly from?: Instant;
  /** Before this instant. */
  readonly to?: Instant;
}

/** The tally that rates and values of purchases are made from. */
export interface PurchaseTotals {
  /** Orders in the interval. */
  readonly orders: number;
  /** Customers with at least one of them. */
  readonly buyers: number;
  /** Customers with at least two of them. */
  readonly repeatBuyers: number;
  /** Sum of the amounts; NaN where the log has none. */
  readonly revenue: number;
  /** What the figures rest on. */
  readonly definition: {
    /** Orders from this instant on, in epoch milliseconds; undefined: from the first. */
    readonly from: number | undefined;
    /** Orders before this instant, in epoch milliseconds; undefined: to the last. */
    readonly to: number | undefined;
    /** The currency of the amounts; undefined where the log names none. */
    readonly currency: string | undefined;
  };
}

const METRIC = 'purchaseTotals';

/**
 * Orders, buyers, repeat buyers and revenue of a log: the tally for average order value, purchase frequency and repeat
 * purchase rate.
 *
 * @param log - a log of orders; every event counts, so filter first where there are others
 * @param options - the interval [from, to), the whole log unless told
 * @returns the tally
 * @throws InputError `not-a-log`, `unknown-option`, `not-an-instant`, `reversed-interval`, `mixed-currencies`
 * @undefinedWhen the log has no amounts (revenue is NaN)
 * @example
 * const log = eventLogFromColumns({ customer: ['ada', 'ada', 'bob'], at: [1, 2, 3], amount: [10, 30, 5] });
 * const { orders, buyers, repeatBuyers, revenue } = purchaseTotals(log);
 * [orders, buyers, repeatBuyers, revenue] // [3, 2, 1, 45]
 */
export function purchaseTotals(log: EventLog, options: PurchaseTotalsOptions = {}): PurchaseTotals {
  checkEventLog(METRIC, log);
  checkOptions(METRIC, options, ['from', 'to']);
  const from = options.from === undefined ? undefined : checkInstant(METRIC, 'from', options.from);
  const to = options.to === undefined ? undefined : checkInstant(METRIC, 'to', options.to);
  if (from !== undefined && to !== undefined) checkInterval(METRIC, from, to);
  checkOneCurrency(METRIC, log);
  const paid: number[] = [];
  let orders = 0;
  let buyers = 0;
  let repeatBuyers = 0;
  for (let customer = 0; customer < log.customers.length; customer++) {
    let own = 0;
    for (let row = log.offsets[customer]!; row < log.offsets[customer + 1]!; row++) {
      const at = log.at[row]!;
      if ((from !== undefined && at < from) || (to !== undefined && at >= to)) continue;
      own++;
      if (log.amount !== undefined) paid.push(log.amount[row]!);
    }
    orders += own;
    if (own > 0) buyers++;
    if (own > 1) repeatBuyers++;
  }
  const revenue = log.amount === undefined ? Number.NaN : sum(paid);
  return { orders, buyers, repeatBuyers, revenue, definition: { from, to, currency: currencyOf(log) } };
}
