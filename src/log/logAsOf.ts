import { checkInstant } from '../core/checks.ts';
import type { Instant } from '../core/types.ts';
import { checkLog } from './checkLog.ts';
import { cutLog } from './cutLog.ts';
import type { EventLog, TenureLog } from './types.ts';

const METRIC = 'logAsOf';

/**
 * The log as it was known at an instant, to ask of the past what could have been asked then.
 *
 * Of an event log: the events before it. Of a tenure log: the tenures begun before it; those not over before it are
 * open, with null for status and reason, since the log tells only what these were later. Customers without a row left
 * are in it no more.
 *
 * What the rows do not date cannot be cut: amounts, refunds netted since, attributes changed since stay as they are, and
 * so does `intake`, which tells how the log was made.
 *
 * @param log - an event log or a tenure log
 * @param asOf - the instant: nothing at or after it is known; of a tenure log at most its own `asOf`
 * @returns a new log of the same kind; that of tenures tells up to `asOf`
 * @throws InputError `not-a-log`, `not-an-instant`, `after-as-of`
 * @example
 * const visits = eventLogFromColumns({ customer: ['ada', 'bob', 'ada'], at: [10, 20, 30] });
 * logAsOf(visits, 20).at // [10]
 * const plans = tenureLogFromColumns({ customer: ['ada', 'bob'], from: [10, 20], to: [15, 40] }, { asOf: 100 });
 * logAsOf(plans, 40).to // [15, Infinity]
 */
export function logAsOf<Log extends EventLog | TenureLog>(log: Log, asOf: Instant): Log {
  checkLog(METRIC, log);
  return cutLog(METRIC, log, checkInstant(METRIC, 'asOf', asOf));
}
