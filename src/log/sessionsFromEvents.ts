import { checkOptions, checkPositive } from '../core/checks.ts';
import { checkEventLog } from './checkLog.ts';
import { rowsWhere, takeEvents } from './takeRows.ts';
import type { EventLog } from './types.ts';

/** How much silence ends a session. */
export interface SessionOptions {
  /** Minutes without an event that a session may last through: a longer gap begins a new one. Web analytics use 30. */
  readonly idle: number;
}

const METRIC = 'sessionsFromEvents';
const MINUTE = 60_000;

/**
 * Sessions from single events (views, clicks): one event for each run of a customer's events with gaps of at most
 * `idle` minutes between neighbours.
 *
 * A session is its first event, with that event's instant, name, id and attributes. Amounts and currencies are left
 * out: those of one event are not the session's.
 *
 * @param log - what customers did; every event counts, so filter first where there are others
 * @param options - the silence that ends a session
 * @returns a log of the same customers with one event a session; its `intake` is still that of the log given
 * @throws InputError `not-a-log`, `unknown-option`, `not-a-quantity`
 * @example
 * const minute = 60_000;
 * const log = eventLogFromColumns({ customer: ['ada', 'ada', 'ada', 'bob'], at: [0, 30 * minute, 75 * minute, 5] });
 * sessionsFromEvents(log, { idle: 30 }).at // [0, 75 * minute, 5]
 */
export function sessionsFromEvents(log: EventLog, options: SessionOptions): EventLog {
  checkEventLog(METRIC, log);
  checkOptions(METRIC, options, ['idle']);
  checkPositive(METRIC, 'idle', options.idle);
  const idle = options.idle * MINUTE;
  const starts = customerStarts(log);
  const rows = rowsWhere(log.at.length, (row) => starts[row] === 1 || log.at[row]! - log.at[row - 1]! > idle);
  return { ...takeEvents(log, rows), amount: undefined, currency: undefined };
}

/** 1 where a row is its customer's first. */
function customerStarts({ customers, offsets, at }: EventLog): Uint8Array {
  const starts = new Uint8Array(at.length);
  for (let customer = 0; customer < customers.length; customer++) starts[offsets[customer]!] = 1;
  return starts;
}
