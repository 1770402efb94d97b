import { checkInstant, checkInterval, checkOptions } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { AttributeValue, Instant } from '../core/types.ts';
import { checkTenureLog, checkTold } from '../log/checkLog.ts';
import type { TenureLog } from '../log/types.ts';

/** The period that is looked at, and where the log says which tickets were reopened. */
export interface TicketCountsOptions {
  /** Its first instant. */
  readonly from: Instant;
  /** The first instant after it; at most the log's `asOf`, since nothing is known of later. */
  readonly to: Instant;
  /**
   * The attribute of the log that says whether a ticket was opened again after a resolution: true or false, or how
   * often as a whole number; null for never.
   */
  readonly reopened?: string;
}

/** Tickets of a period. The counts go straight into the shares and rates. */
export interface TicketCounts {
  /** Tickets opened in the period. */
  readonly openedTickets: number;
  /** Those of them that were resolved before its end. */
  readonly resolvedTickets: number;
  /** Those of them that were not. */
  readonly unresolvedTickets: number;
  /** Resolved ones that had been opened again; NaN where no attribute was named. */
  readonly reopenedTickets: number;
  /** Unresolved ones that had been opened again: not among `reopenedTickets`; NaN where no attribute was named. */
  readonly unresolvedReopenedTickets: number;
  /** Customers with a ticket opened in the period. */
  readonly contactingCustomers: number;
  /** What the counts rest on. */
  readonly definition: {
    /** First instant of the period, in epoch milliseconds. */
    readonly from: number;
    /** First instant after it, in epoch milliseconds. */
    readonly to: number;
    /** Up to when the log tells, in epoch milliseconds. */
    readonly asOf: number;
    /** A ticket counts as resolved where its end lies before `to`. */
    readonly resolved: 'beforeTo';
    /** The attribute that says which tickets were reopened; undefined where none was named. */
    readonly reopened: string | undefined;
  };
}

const METRIC = 'ticketCounts';

/**
 * Tickets opened in a period, how many of them were resolved within it, and by how many customers: the tally for the
 * contact rate and the shares of tickets.
 *
 * Resolved means before `to`, whatever is known of later: each period looks back at its tickets from its own end, so
 * that the figures of a past period never change. What was opened before `from` is not counted.
 *
 * @param log - tickets, from their opening to their resolution
 * @param options - the period [from, to), and the attribute that says which tickets were reopened
 * @returns the counts
 * @throws InputError `not-a-log`, `unknown-option`, `not-an-instant`, `reversed-interval`, `after-as-of`,
 * `unknown-field`, `not-a-count`
 * @undefinedWhen no attribute says which tickets were reopened (the two counts of them are NaN)
 * @example
 * const log = tenureLogFromColumns(
 *   { customer: ['ada', 'bob', 'ada'], from: [0, 20, 80], to: [50, 60, null], attributes: { again: [1, 0, 0] } },
 *   { asOf: 100 },
 * );
 * const counts = ticketCounts(log, { from: 0, to: 100, reopened: 'again' });
 * [counts.openedTickets, counts.unresolvedTickets, counts.contactingCustomers] // [3, 1, 2]
 * reopenedShare(counts) // 0.5
 */
export function ticketCounts(log: TenureLog, options: TicketCountsOptions): TicketCounts {
  checkTenureLog(METRIC, log);
  checkOptions(METRIC, options, ['from', 'to', 'reopened']);
  const from = checkInstant(METRIC, 'from', options.from);
  const to = checkInstant(METRIC, 'to', options.to);
  checkInterval(METRIC, from, to);
  const { asOf } = log;
  checkTold(METRIC, 'to', to, asOf);
  const { reopened } = options;
  const counts = tally(log, from, to, reopened === undefined ? undefined : reopenedFlags(log, reopened));
  return { ...counts, definition: { from, to, asOf, resolved: 'beforeTo', reopened } };
}

function tally(
  log: TenureLog,
  from: number,
  to: number,
  wasReopened: ArrayLike<number> | undefined,
): Omit<TicketCounts, 'definition'> {
  let [openedTickets, resolvedTickets, contactingCustomers] = [0, 0, 0];
  let [reopenedTickets, unresolvedReopenedTickets] = wasReopened === undefined ? [Number.NaN, Number.NaN] : [0, 0];
  for (let customer = 0; customer < log.customers.length; customer++) {
    const openedBefore = openedTickets;
    for (let row = log.offsets[customer]!; row < log.offsets[customer + 1]!; row++) {
      if (log.from[row]! < from || log.from[row]! >= to) continue;
      const isResolved = log.to[row]! < to;
      openedTickets++;
      if (isResolved) resolvedTickets++;
      if (isResolved) reopenedTickets += wasReopened?.[row] ?? 0;
      else unresolvedReopenedTickets += wasReopened?.[row] ?? 0;
    }
    if (openedTickets > openedBefore) contactingCustomers++;
  }
  const unresolvedTickets = openedTickets - resolvedTickets;
  return {
    openedTickets,
    resolvedTickets,
    unresolvedTickets,
    reopenedTickets,
    unresolvedReopenedTickets,
    contactingCustomers,
  };
}

/** 1 a ticket that was reopened, 0 any other. */
function reopenedFlags(log: TenureLog, name: string): Uint8Array {
  const column = log.attributes.find((own) => own.name === name);
  if (column === undefined) refuse('unknown-field', METRIC, ['reopened'], 'an attribute of the log', name);
  const times = column.values.map(timesReopened);
  return Uint8Array.from(column.codes, (code, row) => {
    if (Number.isNaN(times[code]))
      refuse(
        'not-a-count',
        METRIC,
        ['log', name, row],
        'true, false, null or a whole number of at least 0',
        column.values[code],
      );
    return times[code]! > 0 ? 1 : 0;
  });
}

/** How often a ticket was reopened; NaN where the value does not say. */
function timesReopened(value: AttributeValue): number {
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : Number.NaN;
}
