import { issueList } from '../core/issues.ts';
import type { AttributeValue, CustomerId, Instant } from '../core/types.ts';
import { type BillingInput, billingKeys } from './billing.ts';
import {
  attributeColumns,
  type ColumnInput,
  codedColumn,
  columnLength,
  endColumn,
  instantColumn,
  numberColumn,
  plainColumn,
} from './columnInput.ts';
import { customerColumn } from './customerColumn.ts';
import { checkFields } from './readTimedRows.ts';
import { optional } from './rowColumn.ts';
import { checkTenureLogOptions, finishTenureLog, type TenureLogOptions } from './tenureDraft.ts';
import type { TenureLog } from './types.ts';
import { ATTRIBUTE, ID, QUANTITY, TEXT } from './valueKind.ts';

/** Tenures as columns of equal length. */
export interface TenureColumns {
  /** Whose tenure it is. */
  readonly customer: ColumnInput<CustomerId>;
  /** Its first instant. */
  readonly from: ArrayLike<Instant>;
  /** The first instant after it; Infinity, null or undefined where it is open. */
  readonly to: ArrayLike<Instant | null | undefined>;
  /** What is paid each time. */
  readonly amount?: ArrayLike<number>;
  /** How often it is paid: `'month'`, or `{ every: 3, period: 'month' }`. */
  readonly billing?: ArrayLike<BillingInput>;
  /** The currency of the amount. */
  readonly currency?: ColumnInput<string>;
  /** The tenure's state, in your own words. */
  readonly status?: ColumnInput<AttributeValue>;
  /** Why it ended, in your own words; null for none. */
  readonly reason?: ColumnInput<AttributeValue>;
  /** What tells this tenure from all others. */
  readonly id?: ArrayLike<string | number>;
  /** Columns of your own, by name. */
  readonly attributes?: Readonly<Record<string, ColumnInput<AttributeValue>>>;
}

const METRIC = 'tenureLogFromColumns';
const OPTIONAL = ['amount', 'billing', 'currency', 'status', 'reason', 'id', 'attributes'];

/**
 * Builds a tenure log from columns: arrays, typed arrays, or codes with their values as Arrow has them.
 *
 * @param columns - columns of equal length, rows in any order; they are read, never kept or changed
 * @param options - the instant up to which the columns tell who is a customer
 * @returns the log; customers ascending where ids are an integer array, in dictionary order where they came coded,
 * else in order of first appearance
 * @throws InputError `not-rows`, `length-mismatch`, `unknown-field`, `missing-field`, `unknown-option`,
 * `not-an-instant`, and the codes of rows that `tenureLog` has, with the column's name and the row's index
 * @complexity linear in the rows; rows of one customer that are out of order are sorted
 * @example
 * const log = tenureLogFromColumns(
 *   { customer: ['ada', 'bob'], from: [1000, 2000], to: [Infinity, 5000] },
 *   { asOf: 9000 },
 * );
 * log.customers // ['ada', 'bob']
 */
export function tenureLogFromColumns(columns: TenureColumns, options: TenureLogOptions): TenureLog {
  const asOf = checkTenureLogOptions(METRIC, options);
  checkFields(METRIC, 'columns', columns, ['customer', 'from', 'to'], OPTIONAL);
  const issues = issueList(METRIC);
  const { from, to, amount, billing, currency, status, reason, id, attributes } = columns;
  const length = columnLength(METRIC, 'from', from);
  return finishTenureLog(issues, {
    asOf,
    customers: customerColumn(issues, columns.customer, length),
    from: instantColumn(issues, 'from', from, length),
    to: endColumn(issues, to, length),
    amount: optional(amount, (column) => numberColumn(issues, 'amount', column, length, QUANTITY)),
    billing: optional(billing, (column) => billingKeys(issues, column, length)),
    currency: optional(currency, (column) => codedColumn(issues, 'currency', column, length, TEXT)),
    status: optional(status, (column) => codedColumn(issues, 'status', column, length, ATTRIBUTE)),
    reason: optional(reason, (column) => codedColumn(issues, 'reason', column, length, ATTRIBUTE)),
    ids: optional(id, (column) => plainColumn(issues, 'id', column, length, ID)),
    attributes: attributeColumns(issues, attributes, length),
    path: (row, field) => [field, row],
  });
}
