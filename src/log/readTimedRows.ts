import { checkRecord, isInstant, toMilliseconds } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { addIssue, type IssueList } from '../core/issues.ts';
import type { CustomerId } from '../core/types.ts';
import type { DraftCustomers } from './eventDraft.ts';
import { fieldReader } from './field.ts';
import { addFieldIssue, type RowColumn } from './rowColumn.ts';
import { ID, INSTANT, type ValueKind } from './valueKind.ts';

/** The columns that every log has, in input order. */
export interface TimedRows {
  readonly customers: DraftCustomers;
  readonly at: Float64Array;
  readonly amount: Float64Array | undefined;
}

/** Where the values of the columns that every log has are. */
export interface TimedFields {
  readonly customer: unknown;
  readonly at: unknown;
  /** What the log calls it. */
  readonly atName: 'at' | 'from';
  readonly amount: unknown;
}

/** Refuses fields that are missing or unknown: a misspelt one must not be ignored. */
export function checkFields(
  metric: string,
  argument: 'fields' | 'columns',
  fields: object,
  required: readonly string[],
  optional: readonly string[],
): void {
  checkRecord(metric, argument, fields);
  const known = [...required, ...optional];
  for (const name of Object.keys(fields))
    if (!known.includes(name)) refuse('unknown-field', metric, [argument], `made of ${known.join(', ')}`, name);
  for (const name of required)
    if ((fields as Record<string, unknown>)[name] === undefined)
      refuse('missing-field', metric, [argument, name], 'given', undefined);
}

/**
 * The one pass over the rows. Keys are read in place, ids checked once per value, and numbers told apart before a check
 * is called (what is handed on as a number needs no box), because this loop is most of the cost of a log of rows.
 */
export function readTimedRows(
  issues: IssueList,
  rows: Iterable<unknown>,
  fields: TimedFields,
  amountKind: ValueKind,
  extras: readonly RowColumn<unknown>[],
): TimedRows {
  checkIterable(issues.metric, rows);
  const customerField = fieldReader(issues.metric, 'customer', fields.customer);
  const atField = fieldReader(issues.metric, fields.atName, fields.at);
  const amountField = fields.amount === undefined ? undefined : fieldReader(issues.metric, 'amount', fields.amount);
  const { key: customerKey } = customerField;
  const { key: atKey } = atField;
  const amountKey = amountField?.key;
  const codeOf = new Map<unknown, number>();
  let capacity = Array.isArray(rows) && rows.length > 0 ? rows.length : 1024;
  let codes = new Int32Array(capacity);
  let at = new Float64Array(capacity);
  let amount = new Float64Array(amountField === undefined ? 0 : capacity);
  let length = 0;
  for (const row of rows as Iterable<Record<PropertyKey, unknown>>) {
    const index = length++;
    if (index === capacity) {
      capacity *= 2;
      codes = enlarged(codes, new Int32Array(capacity));
      at = enlarged(at, new Float64Array(capacity));
      if (amountField !== undefined) amount = enlarged(amount, new Float64Array(capacity));
    }
    if (row === null || row === undefined) {
      addIssue(issues, 'not-a-record', ['rows', index], 'an object', row);
      continue;
    }
    const id = customerKey === undefined ? customerField.read(row, index) : row[customerKey];
    let code = codeOf.get(id);
    if (code === undefined) {
      code = codeOf.size;
      // A bad id gets no code, so that each row that has it is noted.
      if (ID.isValid(id)) codeOf.set(id, code);
      else addFieldIssue(issues, ID, customerField, row, index, id);
    }
    codes[index] = code;
    const when = atKey === undefined ? atField.read(row, index) : row[atKey];
    const milliseconds = typeof when === 'number' && isInstant(when) ? when : toMilliseconds(when);
    if (Number.isNaN(milliseconds)) addFieldIssue(issues, INSTANT, atField, row, index, when);
    at[index] = milliseconds;
    if (amountField !== undefined) {
      const paid = amountKey === undefined ? amountField.read(row, index) : row[amountKey];
      if (typeof paid === 'number' && amountKind.isValid(paid)) amount[index] = paid;
      else addFieldIssue(issues, amountKind, amountField, row, index, paid);
    }
    for (let extra = 0; extra < extras.length; extra++) extras[extra]!.read(row, index);
  }
  const values = [...codeOf.keys()] as CustomerId[];
  return {
    customers: { codes: codes.subarray(0, length), base: 0, count: values.length, values },
    at: at.subarray(0, length),
    amount: amountField && amount.subarray(0, length),
  };
}

function enlarged<Column extends Int32Array | Float64Array>(column: Column, larger: Column): Column {
  larger.set(column);
  return larger;
}

function checkIterable(metric: string, rows: unknown): void {
  const iterator = typeof rows === 'object' && rows !== null && (rows as Iterable<unknown>)[Symbol.iterator];
  if (typeof iterator !== 'function')
    refuse('not-rows', metric, ['rows'], 'an array or another iterable of rows', rows);
}
