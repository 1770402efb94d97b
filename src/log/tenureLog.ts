import { issueList } from '../core/issues.ts';
import type { AttributeValue, CustomerId, Instant } from '../core/types.ts';
import { BILLING, type BillingInput, billingKey } from './billing.ts';
import type { Field } from './field.ts';
import { checkFields, readTimedRows } from './readTimedRows.ts';
import { attributeRowColumns, codedRowColumn, endRowColumn, optional, plainRowColumn } from './rowColumn.ts';
import { checkTenureLogOptions, finishTenureLog, type TenureLogOptions } from './tenureDraft.ts';
import type { TenureLog } from './types.ts';
import { ATTRIBUTE, ID, QUANTITY, TEXT } from './valueKind.ts';

/** Where in a row of tenures each value is. */
export interface TenureFields<Row> {
  /** Whose tenure it is. */
  readonly customer: Field<Row, CustomerId>;
  /** Its first instant. */
  readonly from: Field<Row, Instant>;
  /** The first instant after it; null, undefined or Infinity where it is open. */
  readonly to: Field<Row, Instant | null | undefined>;
  /** What is paid each time. */
  readonly amount?: Field<Row, number>;
  /** How often it is paid: `'month'`, or `{ every: 3, period: 'month' }`. */
  readonly billing?: Field<Row, BillingInput>;
  /** The currency of the amount. */
  readonly currency?: Field<Row, string>;
  /** The tenure's state, in your own words. */
  readonly status?: Field<Row, AttributeValue>;
  /** Why it ended, in your own words; null for none. */
  readonly reason?: Field<Row, AttributeValue>;
  /** What tells this tenure from all others. */
  readonly id?: Field<Row, string | number>;
  /** Columns of your own, by the name they are to have. */
  readonly attributes?: Readonly<Record<string, Field<Row, AttributeValue>>>;
}

const METRIC = 'tenureLog';
const OPTIONAL = ['amount', 'billing', 'currency', 'status', 'reason', 'id', 'attributes'];

/**
 * Builds a tenure log from rows (subscriptions, contracts, tickets): one pass that reads each field once per row, in
 * order, and checks it. A customer is a customer while any of their tenures is open.
 *
 * @param rows - any iterable of rows, in any order
 * @param fields - where each value is: a property's name or a function of the row and its index
 * @param options - the instant up to which the rows tell who is a customer
 * @returns the log: columns grouped by customer and ordered by start; customers in order of first appearance
 * @throws InputError `not-rows`, `unknown-field`, `missing-field`, `unknown-option`, `not-an-instant`; for rows, with
 * their index: `not-a-record`, `not-an-id`, `not-an-instant`, `not-a-quantity`, `not-an-option`,
 * `not-a-text`, `not-an-attribute`, `reversed-interval`, `duplicate-id`
 * @complexity linear in the rows; rows of one customer that are out of order are sorted
 * @example
 * const subscriptions = [
 *   { user: 'ada', start: new Date('2024-01-05'), end: null },
 *   { user: 'bob', start: new Date('2024-01-07'), end: new Date('2024-03-07') },
 * ];
 * const log = tenureLog(subscriptions, { customer: 'user', from: 'start', to: 'end' }, { asOf: new Date('2024-06-01') });
 * log.to // [Infinity, 1709769600000]
 */
export function tenureLog<Row>(
  rows: Iterable<Row>,
  fields: TenureFields<NoInfer<Row>>,
  options: TenureLogOptions,
): TenureLog {
  const asOf = checkTenureLogOptions(METRIC, options);
  checkFields(METRIC, 'fields', fields, ['customer', 'from', 'to'], OPTIONAL);
  const issues = issueList(METRIC);
  const to = endRowColumn(issues, fields.to);
  const billing = optional(fields.billing, (field) =>
    codedRowColumn<string>(issues, 'billing', field, BILLING, billingKey),
  );
  const currency = optional(fields.currency, (field) => codedRowColumn<string>(issues, 'currency', field, TEXT));
  const status = optional(fields.status, (field) => codedRowColumn<AttributeValue>(issues, 'status', field, ATTRIBUTE));
  const reason = optional(fields.reason, (field) => codedRowColumn<AttributeValue>(issues, 'reason', field, ATTRIBUTE));
  const ids = optional(fields.id, (field) => plainRowColumn<string | number>(issues, 'id', field, ID));
  const attributes = attributeRowColumns(issues, fields.attributes);
  const extras = [to, billing, currency, status, reason, ids, ...attributes].filter((column) => column !== undefined);
  const { customer, from, amount } = fields;
  const columns = readTimedRows(issues, rows, { customer, at: from, atName: 'from', amount }, QUANTITY, extras);
  return finishTenureLog(issues, {
    asOf,
    customers: columns.customers,
    from: columns.at,
    to: to.done(),
    amount: columns.amount,
    billing: billing?.done(),
    currency: currency?.done(),
    status: status?.done(),
    reason: reason?.done(),
    ids: ids?.done(),
    attributes: attributes.map((column) => column.done()),
    path: (row, field) => ['rows', row, field],
  });
}
