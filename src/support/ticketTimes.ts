import type { CustomerId } from '../core/types.ts';
import { checkTenureLog } from '../log/checkLog.ts';
import { customerCodes } from '../log/columns.ts';
import type { TenureLog } from '../log/types.ts';
import type { Durations } from '../statistics/durations.ts';

/** How long each ticket took, or has taken so far: columns, one entry a ticket. */
export interface TicketTimes extends Durations {
  /** Whose ticket it is, in the order of the log; a customer with several tickets stands there several times. */
  readonly customers: readonly CustomerId[];
  /** Elapsed hours from the ticket's opening to its end, or to `asOf` where the end was not seen. */
  readonly time: Float64Array;
  /** 1 where the end was seen, 0 where the ticket was still open at `asOf`. */
  readonly ended: Int32Array;
  /** Tickets left out because they were opened after `asOf`. */
  readonly openedLater: number;
  /** What the figures rest on. */
  readonly definition: {
    /** Elapsed hours, nights and weekends too. */
    readonly unit: 'hours';
    /** Up to when the log tells, in epoch milliseconds. */
    readonly asOf: number;
  };
}

const HOUR = 3_600_000;

/**
 * How long each ticket of a log took, in hours, with those still open as what they are: open for so long already.
 *
 * Tickets are tenures: from their opening to their resolution, or to the first response. An end after the log's `asOf`
 * was not seen yet, and a ticket opened after it is left out.
 *
 * @param log - tickets, from their opening to the end in question; open where there is none yet
 * @returns columns beside `customers`; `toRows` makes records of them
 * @throws InputError `not-a-log`
 * @example
 * const hour = (hours: number): number => Date.UTC(2024, 0, 1, hours);
 * const log = tenureLogFromColumns(
 *   { customer: ['ada', 'bob', 'ada'], from: [hour(0), hour(2), hour(8)], to: [hour(6), hour(5), null] },
 *   { asOf: hour(20) },
 * );
 * const times = ticketTimes(log);
 * times.customers // ['ada', 'ada', 'bob']
 * times.time // [6, 12, 3]
 * times.ended // [1, 0, 1]
 */
export function ticketTimes(log: TenureLog): TicketTimes {
  checkTenureLog('ticketTimes', log);
  const { asOf, from, to } = log;
  const codes = customerCodes(log.offsets);
  const customers: CustomerId[] = [];
  const time = new Float64Array(from.length);
  const ended = new Int32Array(from.length);
  for (let row = 0; row < from.length; row++) {
    if (from[row]! > asOf) continue;
    const ticket = customers.push(log.customers[codes[row]!]!) - 1;
    ended[ticket] = to[row]! <= asOf ? 1 : 0;
    time[ticket] = (Math.min(to[row]!, asOf) - from[row]!) / HOUR;
  }
  const count = customers.length;
  return {
    customers,
    time: time.slice(0, count),
    ended: ended.slice(0, count),
    openedLater: from.length - count,
    definition: { unit: 'hours', asOf },
  };
}
