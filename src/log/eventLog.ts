import { issueList, throwIssues } from '../core/issues.ts';
import type { AttributeValue, CustomerId, Instant } from '../core/types.ts';
import { checkEventLogOptions, type EventLogOptions, finishEventLog } from './eventDraft.ts';
import type { Field } from './field.ts';
import { checkFields, readTimedRows } from './readTimedRows.ts';
import { attributeRowColumns, codedRowColumn, optional, plainRowColumn } from './rowColumn.ts';
import type { EventLog } from './types.ts';
import { FINITE, ID, QUANTITY, TEXT } from './valueKind.ts';

/** Where in a row of events each value is. */
export interface EventFields<Row> {
  /** Who did it. */
  readonly customer: Field<Row, CustomerId>;
  /** When. */
  readonly at: Field<Row, Instant>;
  /** How much, in any one unit per currency; minor units (cents) keep sums exact. */
  readonly amount?: Field<Row, number>;
  /** What was done: `'order'`, `'visit'`. */
  readonly name?: Field<Row, string>;
  /** The currency of the amount. */
  readonly currency?: Field<Row, string>;
  /** What tells this event from all others; for a refund that is to be netted, the id of its order. */
  readonly id?: Field<Row, string | number>;
  /** Columns of your own, by the name they are to have. */
  readonly attributes?: Readonly<Record<string, Field<Row, AttributeValue>>>;
}

const METRIC = 'eventLog';

/**
 * Builds an event log from rows: one pass that reads each field once per row, in order, and checks it.
 *
 * @param rows - any iterable of rows, in any order
 * @param fields - where each value is: a property's name or a function of the row and its index
 * @param options - what happens to refunds and repeated rows; both are refused unless told
 * @returns the log: columns grouped by customer and ordered in time; customers in order of first appearance
 * @throws InputError `not-rows`, `unknown-field`, `unknown-option`, `not-an-option`, `missing-field`; for rows, with
 * their index: `not-a-record`, `not-an-id`, `not-an-instant`, `not-a-number`, `not-a-quantity`,
 * `not-a-text`, `not-an-attribute`, `duplicate-id`, `conflicting-duplicate`, `unmatched-refund`, `below-limit`
 * @complexity linear in the rows; rows of one customer that are out of order are sorted
 * @example
 * const orders = [
 *   { buyer: 'ada', placed: new Date('2024-01-05'), total: 40 },
 *   { buyer: 'bob', placed: new Date('2024-01-07'), total: 25 },
 *   { buyer: 'ada', placed: new Date('2024-02-01'), total: 35 },
 * ];
 * const log = eventLog(orders, { customer: 'buyer', at: 'placed', amount: 'total' });
 * log.customers // ['ada', 'bob']
 * log.offsets // [0, 2, 3]
 */
export function eventLog<Row>(
  rows: Iterable<Row>,
  fields: EventFields<NoInfer<Row>>,
  options: EventLogOptions = {},
): EventLog {
  const rules = checkEventLogOptions(METRIC, options);
  checkFields(METRIC, 'fields', fields, ['customer', 'at'], ['amount', 'name', 'currency', 'id', 'attributes']);
  const issues = issueList(METRIC);
  const name = optional(fields.name, (field) => codedRowColumn<string>(issues, 'name', field, TEXT));
  const currency = optional(fields.currency, (field) => codedRowColumn<string>(issues, 'currency', field, TEXT));
  const ids = optional(fields.id, (field) => plainRowColumn<string | number>(issues, 'id', field, ID));
  const attributes = attributeRowColumns(issues, fields.attributes);
  const extras = [name, currency, ids, ...attributes].filter((column) => column !== undefined);
  const { customer, at, amount } = fields;
  const amountKind = rules.refunds === 'refuse' ? QUANTITY : FINITE;
  const columns = readTimedRows(issues, rows, { customer, at, atName: 'at', amount }, amountKind, extras);
  throwIssues(issues);
  const draft = {
    ...columns,
    name: name?.done(),
    currency: currency?.done(),
    ids: ids?.done(),
    attributes: attributes.map((column) => column.done()),
    path: (row: number, field: string) => ['rows', row, field],
  };
  return finishEventLog(METRIC, draft, rules);
}
