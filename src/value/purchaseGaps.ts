import { checkInstant, checkOptions } from '../core/checks.ts';
import type { CustomerId, Instant } from '../core/types.ts';
import { checkEventLog } from '../log/checkLog.ts';
import { DAY } from '../log/day.ts';
import type { CodedColumn, EventLog } from '../log/types.ts';
import type { Durations } from '../statistics/durations.ts';

/** When the log is looked at. */
export interface PurchaseGapsOptions {
  /** Purchases before this instant count; the time since each customer's last one is open on it. */
  readonly asOf: Instant;
}

/**
 * Times between purchases: columns, one entry a gap, by customer and in order of time. A customer of n purchases has
 * n - 1 gaps that ended, and at last the open one since the last purchase.
 */
export interface PurchaseGaps extends Durations {
  /** Whose gap it is: `customer.values[customer.codes[i]]`. The values are the customers with a purchase. */
  readonly customer: CodedColumn<CustomerId>;
  /** How long it lasted, or has lasted so far, in days of 24 hours. */
  readonly time: Float64Array;
  /** 1 where a purchase ended it, 0 where it is open. */
  readonly ended: Int32Array;
  /** Orders at the very instant of another one of the same customer: they are one purchase with it. */
  readonly joinedOrders: number;
  /** Orders at `asOf` or later, which were not looked at. */
  readonly laterOrders: number;
  /** What the figures rest on. */
  readonly definition: {
    /** The instant of looking, in epoch milliseconds. */
    readonly asOf: number;
    /** The unit of `time`: a day of 24 hours. */
    readonly unit: 'days';
  };
}

const METRIC = 'purchaseGaps';

/**
 * Each customer's times between one purchase and the next, and the time since the last one, which is still open: the
 * tally for `timeBetweenPurchases`.
 *
 * Orders at one instant are one purchase. Where a log tells only the day of an order, so are those of one day.
 *
 * @param log - a log of orders; every event counts, so filter first where there are others, or refunds
 * @param options - the instant of looking
 * @returns columns, one entry a gap; customers without a purchase before `asOf` are not in it
 * @throws InputError `not-a-log`, `unknown-option`, `not-an-instant`
 * @example
 * const day = 86_400_000;
 * const log = eventLogFromColumns({ customer: ['ada', 'ada', 'bob', 'ada'], at: [0, 10 * day, 20 * day, 40 * day] });
 * const gaps = purchaseGaps(log, { asOf: 45 * day });
 * gaps.time // [10, 30, 5, 25]
 * gaps.ended // [1, 1, 0, 0]
 * gaps.customer.codes // [0, 0, 0, 1]
 */
export function purchaseGaps(log: EventLog, options: PurchaseGapsOptions): PurchaseGaps {
  checkEventLog(METRIC, log);
  checkOptions(METRIC, options, ['asOf']);
  const asOf = checkInstant(METRIC, 'asOf', options.asOf);
  const values: CustomerId[] = [];
  const codes: number[] = [];
  const time: number[] = [];
  const ended: number[] = [];
  let joinedOrders = 0;
  let laterOrders = 0;
  const addGap = (milliseconds: number, end: 0 | 1): void => {
    codes.push(values.length);
    time.push(milliseconds / DAY);
    ended.push(end);
  };
  for (let customer = 0; customer < log.customers.length; customer++) {
    let lastAt = Number.NaN;
    for (let row = log.offsets[customer]!; row < log.offsets[customer + 1]!; row++) {
      const at = log.at[row]!;
      if (at >= asOf) laterOrders++;
      else if (at === lastAt) joinedOrders++;
      else {
        if (!Number.isNaN(lastAt)) addGap(at - lastAt, 1);
        lastAt = at;
      }
    }
    if (Number.isNaN(lastAt)) continue;
    addGap(asOf - lastAt, 0);
    values.push(log.customers[customer]!);
  }
  return {
    customer: { codes: Int32Array.from(codes), values },
    time: Float64Array.from(time),
    ended: Int32Array.from(ended),
    joinedOrders,
    laterOrders,
    definition: { asOf, unit: 'days' },
  };
}
