import type { EventLog } from '../log/types.ts';

/** The instant of a log's first event, in epoch milliseconds; Infinity where there is none. */
export function firstEventAt({ customers, offsets, at }: EventLog): number {
  let first = Infinity;
  for (let customer = 0; customer < customers.length; customer++) first = Math.min(first, at[offsets[customer]!]!);
  return first;
}
