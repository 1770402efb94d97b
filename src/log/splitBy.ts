import { checkOneOf, checkOptions } from '../core/checks.ts';
import type { AttributeValue } from '../core/types.ts';
import { checkLog } from './checkLog.ts';
import { fieldColumn } from './fieldColumn.ts';
import { takeEvents, takeTenures } from './takeRows.ts';
import type { EventLog, TenureLog } from './types.ts';

/** Which value of a changing field counts. */
export interface SplitOptions {
  /**
   * A customer belongs, with all rows, to the value of the `'first'` or the `'last'` row; or `'each'` row belongs to
   * its own value, and a customer may be in several parts.
   */
  readonly value: 'first' | 'last' | 'each';
}

/** One part of a log that was split. */
export interface LogPart<Log> {
  /** The value that the part's customers or rows share. */
  readonly value: AttributeValue;
  /** Their log. */
  readonly log: Log;
}

const METRIC = 'splitBy';

/**
 * Splits a log into one log per value of a field: markets, plans, channels, currencies.
 *
 * @param log - an event log or a tenure log
 * @param field - one of your own columns, or `name`, `currency`, `status`, `reason`
 * @param options - which value of a changing field counts
 * @returns the parts that have rows, in order of the field's first appearance in what the log was built from, or of its
 * dictionary where it came coded
 * @throws InputError `not-a-log`, `unknown-field`, `unknown-option`, `not-an-option`
 * @complexity linear in the rows, plus the customers for each part
 * @example
 * const log = eventLogFromColumns({ customer: ['a', 'b', 'b'], at: [10, 20, 30], attributes: { plan: ['S', 'S', 'L'] } });
 * splitBy(log, 'plan', { value: 'last' }).map((part) => [part.value, part.log.at.length]) // [['S', 1], ['L', 2]]
 */
export function splitBy<Log extends EventLog | TenureLog>(
  log: Log,
  field: string,
  options: SplitOptions,
): LogPart<Log>[] {
  checkLog(METRIC, log);
  checkOptions(METRIC, options, ['value']);
  checkOneOf(METRIC, 'value', options.value, ['first', 'last', 'each']);
  const column = fieldColumn(METRIC, 'field', log, field);
  const codes = options.value === 'each' ? column.codes : customerValues(log.offsets, column.codes, options.value);
  const rowsOf = rowsByCode(codes, column.values.length);
  return column.values
    .map((value, code) => ({ value, rows: rowsOf[code]! }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ value, rows }) => ({ value, log: takeRowsOf(log, rows) }));
}

/** The rows that have each code, ascending. */
function rowsByCode(codes: Int32Array, count: number): Int32Array[] {
  const sizes = new Int32Array(count);
  for (let row = 0; row < codes.length; row++) sizes[codes[row]!]!++;
  const rowsOf = Array.from(sizes, (size) => new Int32Array(size));
  sizes.fill(0);
  for (let row = 0; row < codes.length; row++) rowsOf[codes[row]!]![sizes[codes[row]!]!++] = row;
  return rowsOf;
}

function takeRowsOf<Log extends EventLog | TenureLog>(log: Log, rows: Int32Array): Log {
  return (log.kind === 'events' ? takeEvents(log, rows) : takeTenures(log, rows)) as Log;
}

/** For each row the code of its customer's first or last row. */
function customerValues(offsets: Int32Array, codes: Int32Array, which: 'first' | 'last'): Int32Array {
  const values = new Int32Array(codes.length);
  for (let customer = 0; customer + 1 < offsets.length; customer++) {
    const start = offsets[customer]!;
    const end = offsets[customer + 1]!;
    values.fill(codes[which === 'first' ? start : end - 1]!, start, end);
  }
  return values;
}
