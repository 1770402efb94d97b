import type { TenureLog } from '../log/types.ts';

/** A time for which a customer is one without a break: from its first instant to the first after it, or Infinity. */
export interface OpenTime {
  readonly from: number;
  readonly to: number;
}

/** The times of one customer that begin before the log's `asOf`: tenures that overlap or meet are one. */
export function openTimes({ from, to, offsets, asOf }: TenureLog, customer: number): OpenTime[] {
  const times: { from: number; to: number }[] = [];
  for (let row = offsets[customer]!; row < offsets[customer + 1]! && from[row]! < asOf; row++) {
    if (to[row] === from[row]) continue;
    const last = times[times.length - 1];
    if (last !== undefined && from[row]! <= last.to) last.to = Math.max(last.to, to[row]!);
    else times.push({ from: from[row]!, to: to[row]! });
  }
  return times;
}
