// What merging event logs and merging tenure logs share.
import { refuse } from '../core/errors.ts';
import { concatCoded, customerCodes } from './columns.ts';
import type { DraftCustomers } from './eventDraft.ts';
import type { AttributeColumn, EventLog, TenureLog } from './types.ts';

/** Refuses no logs at all. */
export function checkSome(metric: string, logs: readonly unknown[]): void {
  if (!Array.isArray(logs) || logs.length === 0)
    refuse('not-rows', metric, ['logs'], 'an array of at least one log', logs);
}

/** The customers of all rows of all logs, each customer once. */
export function mergedCustomers(logs: readonly (EventLog | TenureLog)[]): DraftCustomers {
  const columns = logs.map((log) => ({ codes: customerCodes(log.offsets), values: log.customers }));
  const { codes, values } = concatCoded(columns);
  return { codes, base: 0, count: values.length, values };
}

/** Where a row of the merged log stands: its log, and its place there. */
export function mergedPath(
  logs: readonly (EventLog | TenureLog)[],
): (row: number, field: string) => (string | number)[] {
  return (row, field) => {
    let log = 0;
    let place = row;
    for (let rows = rowCount(logs[0]!); place >= rows; rows = rowCount(logs[++log]!)) place -= rows;
    return ['logs', log, field, place];
  };
}

function rowCount(log: EventLog | TenureLog): number {
  return log.offsets[log.offsets.length - 1]!;
}

/** A column that either all logs have, or none. */
export function shared<Log, Column>(
  metric: string,
  logs: readonly Log[],
  name: keyof Log & string,
  join: (columns: NonNullable<Log[keyof Log & string]>[]) => Column,
): Column | undefined {
  const columns = logs.map((log) => log[name]).filter((column) => column !== undefined && column !== null);
  if (columns.length === 0) return undefined;
  if (columns.length < logs.length)
    refuse('missing-field', metric, ['logs', name], 'in all logs or in none', undefined);
  return join(columns);
}

/** The caller's own columns, which must be the same in all logs. */
export function mergedAttributes(metric: string, logs: readonly (EventLog | TenureLog)[]): AttributeColumn[] {
  const names = (log: EventLog | TenureLog): string =>
    log.attributes
      .map((column) => column.name)
      .sort()
      .join(', ');
  const [first, ...others] = logs.map(names);
  const unlike = others.find((other) => other !== first);
  if (unlike !== undefined)
    refuse('missing-field', metric, ['logs', 'attributes'], `the same in all logs (${first})`, unlike);
  return (logs[0]?.attributes ?? []).map(({ name }) => ({
    name,
    ...concatCoded(logs.map((log) => log.attributes.find((column) => column.name === name)!)),
  }));
}
