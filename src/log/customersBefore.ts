import type { CustomerId } from '../core/types.ts';
import { endBefore, type TimedRows } from './endBefore.ts';

/** Customers with an event before an instant, and their events before it: rows `start[i]` up to, not including, `end[i]`. */
export interface CustomersBefore {
  readonly customers: readonly CustomerId[];
  readonly start: Int32Array;
  readonly end: Int32Array;
}

/** The customers of a log as they were known before `asOf`, in its order. */
export function customersBefore(log: TimedRows, asOf: number): CustomersBefore {
  const count = log.customers.length;
  if (isAllBefore(log, asOf))
    // Views: most looks are from after all there is, and columns that need not be written are pages that need not be there.
    return { customers: log.customers, start: log.offsets.subarray(0, count), end: log.offsets.subarray(1, count + 1) };
  const start = new Int32Array(count);
  const end = new Int32Array(count);
  let here = 0;
  for (let customer = 0; customer < count; customer++) {
    const first = log.offsets[customer]!;
    const last = endBefore(log, customer, asOf);
    if (last === first) continue;
    start[here] = first;
    end[here++] = last;
  }
  if (here === count) return { customers: log.customers, start, end };
  const wasHere = (_: CustomerId, customer: number): boolean => log.at[log.offsets[customer]!]! < asOf;
  return { customers: log.customers.filter(wasHere), start: start.slice(0, here), end: end.slice(0, here) };
}

function isAllBefore({ customers, offsets, at }: TimedRows, asOf: number): boolean {
  for (let customer = 0; customer < customers.length; customer++)
    if (at[offsets[customer + 1]! - 1]! >= asOf) return false;
  return true;
}
