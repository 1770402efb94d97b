import type { CustomerId } from '../core/types.ts';
import { type CustomersBefore, customersBefore } from '../log/customersBefore.ts';
import { endBefore, type TimedRows } from '../log/endBefore.ts';
import { customerCodes } from './customerCodes.ts';

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
  if (customers === undefined) return customersBefore(rows, asOf);
  const codes = customers === rows.customers ? undefined : customerCodes(metric, customers, rows.customers);
  const start = new Int32Array(customers.length);
  const end = new Int32Array(customers.length);
  for (let place = 0; place < customers.length; place++) {
    const code = codes === undefined ? place : codes[place]!;
    if (code === -1) continue;
    start[place] = rows.offsets[code]!;
    end[place] = endBefore(rows, code, asOf);
  }
  return { customers, start, end };
}

/** The first of the rows `start` up to, not including, `end` that is at an instant or later; `end` where none is. */
export function firstRowFrom(at: Float64Array, start: number, end: number, from: number): number {
  let first = end;
  while (first > start && at[first - 1]! >= from) first--;
  return first;
}
