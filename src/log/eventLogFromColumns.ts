import { issueList, throwIssues } from '../core/issues.ts';
import type { AttributeValue, CustomerId, Instant } from '../core/types.ts';
import {
  attributeColumns,
  type ColumnInput,
  codedColumn,
  columnLength,
  instantColumn,
  numberColumn,
  plainColumn,
} from './columnInput.ts';
import { customerColumn } from './customerColumn.ts';
import { checkEventLogOptions, type EventLogOptions, finishEventLog } from './eventDraft.ts';
import { checkFields } from './readTimedRows.ts';
import { optional } from './rowColumn.ts';
import type { EventLog } from './types.ts';
import { FINITE, ID, QUANTITY, TEXT } from './valueKind.ts';

/** Events as columns of equal length. */
export interface EventColumns {
  /** Who did it. An integer array costs least; its customers are listed in ascending order. */
  readonly customer: ColumnInput<CustomerId>;
  /** When; a Float64Array of epoch milliseconds costs least. */
  readonly at: ArrayLike<Instant>;
  /** How much. */
  readonly amount?: ArrayLike<number>;
  /** What was done. */
  readonly name?: ColumnInput<string>;
  /** The currency of the amount. */
  readonly currency?: ColumnInput<string>;
  /** What tells this event from all others. */
  readonly id?: ArrayLike<string | number>;
  /** Columns of your own, by name. */
  readonly attributes?: Readonly<Record<string, ColumnInput<AttributeValue>>>;
}

const METRIC = 'eventLogFromColumns';

/**
 * Builds an event log from columns: arrays, typed arrays, or codes with their values as Arrow has them.
 *
 * @param columns - columns of equal length, rows in any order; they are read, never kept or changed
 * @param options - what happens to refunds and repeated rows; both are refused unless told
 * @returns the log; customers ascending where ids are an integer array, in dictionary order where they came coded,
 * else in order of first appearance
 * @throws InputError `not-rows`, `length-mismatch`, `unknown-field`, `missing-field`, `unknown-option`,
 * `not-an-option`, and the codes of rows that `eventLog` has, with the column's name and the row's index
 * @complexity linear in the rows; rows of one customer that are out of order are sorted
 * @example
 * const log = eventLogFromColumns({
 *   customer: Int32Array.of(7, 9, 7),
 *   at: Float64Array.of(3000, 2000, 1000),
 *   amount: [5, 6, 7],
 * });
 * log.customers // [7, 9]
 * log.amount // [7, 5, 6]
 */
export function eventLogFromColumns(columns: EventColumns, options: EventLogOptions = {}): EventLog {
  const rules = checkEventLogOptions(METRIC, options);
  checkFields(METRIC, 'columns', columns, ['customer', 'at'], ['amount', 'name', 'currency', 'id', 'attributes']);
  const issues = issueList(METRIC);
  const { at, amount, name, currency, id, attributes } = columns;
  const length = columnLength(METRIC, 'at', at);
  const amountKind = rules.refunds === 'refuse' ? QUANTITY : FINITE;
  const draft = {
    customers: customerColumn(issues, columns.customer, length),
    at: instantColumn(issues, 'at', at, length),
    amount: optional(amount, (column) => numberColumn(issues, 'amount', column, length, amountKind)),
    name: optional(name, (column) => codedColumn(issues, 'name', column, length, TEXT)),
    currency: optional(currency, (column) => codedColumn(issues, 'currency', column, length, TEXT)),
    ids: optional(id, (column) => plainColumn(issues, 'id', column, length, ID)),
    attributes: attributeColumns(issues, attributes, length),
    path: (row: number, field: string) => [field, row],
  };
  throwIssues(issues);
  return finishEventLog(METRIC, draft, rules);
}
