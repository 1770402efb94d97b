// Columns as callers have them, checked and brought into the form that logs are built from.
import { checkRecord, toMilliseconds } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { addIssue, type IssueList } from '../core/issues.ts';
import type { AttributeValue, Instant } from '../core/types.ts';
import { codeFor } from './columns.ts';
import type { AttributeColumn, CodedColumn } from './types.ts';
import { ATTRIBUTE, END, INSTANT, toEnd, type ValueKind } from './valueKind.ts';

/** A column of codes and the values they stand for, as Arrow's dictionary vectors have them. */
export interface CodedInput<Value> {
  /** Place in `values`, one a row, in an array of whatever kind of integers. */
  readonly codes: ArrayLike<number>;
  /** The values; no two of them the same. */
  readonly values: ArrayLike<Value>;
}

/** A column: an array or a typed array, or codes with their values. */
export type ColumnInput<Value> = ArrayLike<Value> | CodedInput<Value>;

/** Whether a column came as codes with their values. */
export function isCoded<Value>(column: ColumnInput<Value>): column is CodedInput<Value> {
  return typeof column === 'object' && column !== null && 'codes' in column;
}

/** The length of the column that sets the length of all; refuses what is no array. */
export function columnLength(metric: string, name: string, column: unknown): number {
  if (!Array.isArray(column) && !(ArrayBuffer.isView(column) && 'length' in column))
    refuse('not-rows', metric, [name], 'an array or a typed array', column);
  return column.length as number;
}

/** Refuses what is no array of the right length. */
export function checkColumn(metric: string, name: string, column: unknown, length: number): void {
  const rows = columnLength(metric, name, column);
  if (rows !== length) refuse('length-mismatch', metric, [name], `as long as the column of instants (${length})`, rows);
}

/** A column of few different values: coded here, or checked where it came coded. */
export function codedColumn<Value>(
  issues: IssueList,
  name: string,
  column: ColumnInput<Value>,
  length: number,
  kind: ValueKind,
): CodedColumn<Value> {
  if (isCoded(column)) return checkCoded(issues, name, column, length, kind);
  checkColumn(issues.metric, name, column, length);
  return encode(issues, name, column, kind);
}

function encode<Value>(issues: IssueList, name: string, column: ArrayLike<Value>, kind: ValueKind): CodedColumn<Value> {
  const codeOf = new Map<Value, number>();
  const codes = new Int32Array(column.length);
  for (let row = 0; row < codes.length; row++) {
    const value = column[row]!;
    if (!kind.isValid(value)) addIssue(issues, kind.code, [name, row], kind.expected, value);
    codes[row] = codeFor(codeOf, value);
  }
  return { codes, values: [...codeOf.keys()] };
}

function checkCoded<Value>(
  issues: IssueList,
  name: string,
  { codes, values }: CodedInput<Value>,
  length: number,
  kind: ValueKind,
): CodedColumn<Value> {
  checkColumn(issues.metric, `${name}.codes`, codes, length);
  const valueCount = columnLength(issues.metric, `${name}.values`, values);
  const seen = new Set<Value>();
  for (let code = 0; code < valueCount; code++) {
    const value = values[code]!;
    if (!kind.isValid(value)) addIssue(issues, kind.code, [name, 'values', code], kind.expected, value);
    if (seen.has(value)) addIssue(issues, 'duplicate-id', [name, 'values', code], 'unlike all before it', value);
    seen.add(value);
  }
  const checked = codes instanceof Int32Array ? codes : new Int32Array(length);
  for (let row = 0; row < length; row++) {
    const code = codes[row]!;
    if (!Number.isInteger(code) || code < 0 || code >= valueCount)
      addIssue(issues, 'above-limit', [name, 'codes', row], `a place in "values" (0 to ${valueCount - 1})`, code);
    else if (checked !== codes) checked[row] = code;
  }
  return { codes: checked, values: Array.from(values) };
}

/** Instants as milliseconds; a Float64Array is checked and taken as it is. */
export function instantColumn(
  issues: IssueList,
  name: string,
  column: ArrayLike<Instant>,
  length: number,
): Float64Array {
  checkColumn(issues.metric, name, column, length);
  const at = column instanceof Float64Array ? column : new Float64Array(length);
  for (let row = 0; row < length; row++) {
    const milliseconds = toMilliseconds(column[row]);
    if (Number.isNaN(milliseconds)) addIssue(issues, INSTANT.code, [name, row], INSTANT.expected, column[row]);
    if (at !== column) at[row] = milliseconds;
  }
  return at;
}

/** Amounts; a Float64Array is checked and taken as it is. */
export function numberColumn(
  issues: IssueList,
  name: string,
  column: ArrayLike<number>,
  length: number,
  kind: ValueKind,
): Float64Array {
  checkColumn(issues.metric, name, column, length);
  const numbers = column instanceof Float64Array ? column : new Float64Array(length);
  for (let row = 0; row < length; row++) {
    const value = column[row]!;
    if (!kind.isValid(value)) addIssue(issues, kind.code, [name, row], kind.expected, value);
    else if (numbers !== column) numbers[row] = value;
  }
  return numbers;
}

/** The caller's own columns. */
export function attributeColumns(
  issues: IssueList,
  columns: Readonly<Record<string, ColumnInput<AttributeValue>>> | undefined,
  length: number,
): AttributeColumn[] {
  if (columns === undefined) return [];
  checkRecord(issues.metric, 'attributes', columns);
  return Object.entries(columns).map(([name, column]) => ({
    name,
    ...codedColumn(issues, name, column, length, ATTRIBUTE),
  }));
}

/** A column that is kept as it is. */
export function plainColumn<Value>(
  issues: IssueList,
  name: string,
  column: ArrayLike<Value>,
  length: number,
  kind: ValueKind,
): Value[] {
  checkColumn(issues.metric, name, column, length);
  const values = Array.from(column);
  values.forEach((value, row) => {
    if (!kind.isValid(value)) addIssue(issues, kind.code, [name, row], kind.expected, value);
  });
  return values;
}

/** The ends of tenures; Infinity where they are open. */
export function endColumn(
  issues: IssueList,
  column: ArrayLike<Instant | null | undefined>,
  length: number,
): Float64Array {
  checkColumn(issues.metric, 'to', column, length);
  const ends = new Float64Array(length);
  for (let row = 0; row < length; row++) {
    ends[row] = toEnd(column[row]);
    if (Number.isNaN(ends[row])) addIssue(issues, END.code, ['to', row], END.expected, column[row]);
  }
  return ends;
}
