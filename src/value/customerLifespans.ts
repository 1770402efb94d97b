import type { CustomerId } from '../core/types.ts';
import { checkTenureLog } from '../log/checkLog.ts';
import { DAY } from '../log/day.ts';
import type { TenureLog } from '../log/types.ts';
import type { Durations } from '../statistics/durations.ts';

/** How long each customer has been one: columns beside `customers`. */
export interface CustomerLifespans extends Durations {
  /** Those with a tenure that began before `asOf`, in the order of the log. */
  readonly customers: readonly CustomerId[];
  /** From the start of the first tenure to the end of the last, or up to `asOf`, in days of 24 hours. */
  readonly time: Float64Array;
  /** 1 where the last tenure has ended by `asOf`, 0 where one is open. */
  readonly ended: Int32Array;
  /** Tenures that begin at `asOf` or later, which were not looked at. */
  readonly laterTenures: number;
  /** What the figures rest on. */
  readonly definition: {
    /** Up to when the log tells, in epoch milliseconds. */
    readonly asOf: number;
    /** The unit of `time`: a day of 24 hours. */
    readonly unit: 'days';
  };
}

const METRIC = 'customerLifespans';

/**
 * How long each customer has been a customer, and whether that is over: from the start of the first tenure to the end of
 * the last. The tally for `customerLifespan` and `customerLifespanWithin`.
 *
 * Gaps between tenures count as part of the lifespan. Who has left may come back after `asOf`: their lifespan is taken for
 * ended. An end that lies after `asOf`, as that of a tenure already cancelled, is not yet reached.
 *
 * @param log - tenures of customers
 * @returns columns beside `customers`; `toRows` makes records of them
 * @throws InputError `not-a-log`
 * @example
 * const day = 86_400_000;
 * const log = tenureLogFromColumns(
 *   { customer: ['ada', 'bob', 'ada'], from: [0, 5 * day, 40 * day], to: [30 * day, null, 50 * day] },
 *   { asOf: 90 * day },
 * );
 * const lifespans = customerLifespans(log);
 * lifespans.time // [50, 85]
 * lifespans.ended // [1, 0]
 */
export function customerLifespans(log: TenureLog): CustomerLifespans {
  checkTenureLog(METRIC, log);
  const { asOf } = log;
  const customers: CustomerId[] = [];
  const time: number[] = [];
  const ended: number[] = [];
  let laterTenures = 0;
  for (let customer = 0; customer < log.customers.length; customer++) {
    const start = log.offsets[customer]!;
    let reach = -Infinity;
    for (let row = start; row < log.offsets[customer + 1]!; row++) {
      if (log.from[row]! < asOf) reach = Math.max(reach, log.to[row]!);
      else laterTenures++;
    }
    if (reach === -Infinity) continue;
    customers.push(log.customers[customer]!);
    time.push((Math.min(reach, asOf) - log.from[start]!) / DAY);
    ended.push(reach <= asOf ? 1 : 0);
  }
  return {
    customers,
    time: Float64Array.from(time),
    ended: Int32Array.from(ended),
    laterTenures,
    definition: { asOf, unit: 'days' },
  };
}
