import { checkFunction, checkInstant, checkInterval, checkOptions } from '../core/checks.ts';
import type { AttributeValue, CustomerId, Instant } from '../core/types.ts';
import { checkEventLog } from './checkLog.ts';
import { codeOfName, eventTest } from './eventChoice.ts';
import { rowsWhere, takeEvents } from './takeRows.ts';
import type { EventLog } from './types.ts';

/** One event, as a record. */
export interface LoggedEvent {
  /** Who did it. */
  readonly customer: CustomerId;
  /** When, in epoch milliseconds. */
  readonly at: number;
  /** How much; undefined where the log has no amounts. */
  readonly amount: number | undefined;
  /** What was done; undefined where the log has no names. */
  readonly name: string | undefined;
  /** The currency of the amount; undefined where the log has none. */
  readonly currency: string | undefined;
  /** The event's id; undefined where the log has none. */
  readonly id: string | number | undefined;
  /** The value of one of your own columns; undefined where the log has no such column. */
  readonly attribute: (name: string) => AttributeValue | undefined;
}

/** Which events to keep: those for which everything given holds. */
export interface EventFilter {
  /** The event's name. */
  readonly name?: string;
  /** At this instant or later. */
  readonly from?: Instant;
  /** Before this instant. */
  readonly to?: Instant;
  /** Whatever else; slower, since it makes a record of each event. */
  readonly where?: (event: LoggedEvent) => boolean;
}

const METRIC = 'filterEvents';

/**
 * The log of some of the events. Customers without an event left are in it no more.
 *
 * @param log - any event log
 * @param filter - the name, the interval [from, to) or a test of the event
 * @returns a new log
 * @throws InputError `not-a-log`, `unknown-option`, `not-an-instant`, `reversed-interval`, `not-a-function`,
 * `not-a-text`, `missing-field` (a name is asked for in a log without names)
 * @example
 * const log = eventLogFromColumns({ customer: ['a', 'b'], at: [10, 20], name: ['visit', 'order'] });
 * filterEvents(log, { name: 'order' }).customers // ['b']
 */
export function filterEvents(log: EventLog, filter: EventFilter): EventLog {
  checkEventLog(METRIC, log);
  checkOptions(METRIC, filter, ['name', 'from', 'to', 'where']);
  const from = filter.from === undefined ? -Infinity : checkInstant(METRIC, 'from', filter.from);
  const to = filter.to === undefined ? Infinity : checkInstant(METRIC, 'to', filter.to);
  if (filter.from !== undefined && filter.to !== undefined) checkInterval(METRIC, from, to);
  const { where } = filter;
  if (where !== undefined) checkFunction(METRIC, 'where', where);
  const nameCode = filter.name === undefined ? -1 : codeOfName(METRIC, ['name'], log, filter.name);
  const passes = where === undefined ? () => true : eventTest(log, where);
  const rows = rowsWhere(log.at.length, (row) => {
    if (log.at[row]! < from || log.at[row]! >= to) return false;
    if (filter.name !== undefined && log.name!.codes[row] !== nameCode) return false;
    return passes(row);
  });
  return takeEvents(log, rows);
}
