import type { EventLog } from './types.ts';

/** What events and tenures have in common: rows grouped by customer, each customer's ascending in time. */
export type TimedRows = Pick<EventLog, 'customers' | 'offsets' | 'at'>;

/** The row after a customer's last before `asOf`; their first row where there is none before. */
export function endBefore(log: TimedRows, customer: number, asOf: number): number {
  const start = log.offsets[customer]!;
  let end = log.offsets[customer + 1]!;
  while (end > start && log.at[end - 1]! >= asOf) end--;
  return end;
}
