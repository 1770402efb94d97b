import { refuse } from '../core/errors.ts';
import type { AttributeValue } from '../core/types.ts';
import type { CodedColumn, EventLog, TenureLog } from './types.ts';

/** A column of a log by its name: one of the caller's own, or `name`, `currency`, `status`, `reason`. */
export function fieldColumn(
  metric: string,
  option: string,
  log: EventLog | TenureLog,
  field: string,
): CodedColumn<AttributeValue> {
  const own = log.attributes.find((column) => column.name === field);
  const builtIn = ['name', 'currency', 'status', 'reason'].includes(field)
    ? (log as unknown as Record<string, CodedColumn<AttributeValue> | undefined>)[field]
    : undefined;
  const column = own ?? builtIn;
  if (column === undefined) refuse('unknown-field', metric, [option], 'a column of the log', field);
  return column;
}
