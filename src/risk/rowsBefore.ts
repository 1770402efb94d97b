import type { CustomerId } from '../core/types.ts';
import { type CustomersBefore, customersBefore } from '../log/customersBefore.ts';
import { endBefore } from '../log/endBefore.ts';
import type { EventLog } from '../log/types.ts';
import { customerCodes } from './customerCodes.ts';

/** What events and tenures have in common: rows grouped by customer, each customer's ascending in time. */
export type TimedRows = Pick<EventLog, 'customers' | 'offsets' | 'at'>;

/**
 * The customers of a log with their rows before `asOf`: those who have one or, where customers are given, exactly they,
 * whoever is not in the log with no row.
 */
export function rowsBefore(
  metric: string,
  rows: TimedRows,
  asOf: number,
  customers: readonly CustomerId[] | undefined,
): CustomersBefore {
  // Neither of the two looks at more of a log than its rows.
  const log = rows as EventLog;
  if (customers === undefined) return customersBefore(log, asOf);
  const codes = customers === log.customers ? undefined : customerCodes(metric, customers, log.customers);
  const start = new Int32Array(customers.length);
  const end = new Int32Array(customers.length);
  for (let place = 0; place < customers.length; place++) {
    const code = codes === undefined ? place : codes[place]!;
    if (code === -1) continue;
    start[place] = log.offsets[code]!;
    end[place] = endBefore(log, code, asOf);
  }
  return { customers, start, end };
}

/** The first of the rows `start` up to, not including, `end` that is at an instant or later; `end` where none is. */
export function firstRowFrom(at: Float64Array, start: number, end: number, from: number): number {
  let first = end;
  while (first > start && at[first - 1]! >= from) first--;
  return first;
}
