// Optional columns, collected row by row: a log has few of them, and most logs have none.
import { checkRecord } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { addIssue, type IssueList } from '../core/issues.ts';
import type { AttributeValue } from '../core/types.ts';
import { codeFor } from './columns.ts';
import { type FieldReader, fieldReader, readField } from './field.ts';
import type { AttributeColumn, CodedColumn } from './types.ts';
import { ATTRIBUTE, END, toEnd, type ValueKind } from './valueKind.ts';

/** Collects one column; `read` is called once a row, in order. */
export interface RowColumn<Column> {
  readonly read: (row: unknown, index: number) => void;
  readonly done: () => Column;
}

/**
 * Notes that a field broke its rule in a row. Where a text reader stands, the text itself is what came, and the reader's
 * rule is the broken one unless it gave a number.
 */
export function addFieldIssue(
  issues: IssueList,
  kind: ValueKind,
  field: FieldReader,
  row: unknown,
  index: number,
  value: unknown,
): void {
  const path = ['rows', index, field.name];
  if (field.text === undefined) addIssue(issues, kind.code, path, kind.expected, value);
  else {
    const text = (row as Record<string, unknown>)[field.text.column];
    addIssue(issues, kind.code, path, Number.isNaN(value) ? field.text.expected : kind.expected, text);
  }
}

/** A column of few different values. `keep` gives what is kept of a valid value. */
export function codedRowColumn<Value>(
  issues: IssueList,
  name: string,
  given: unknown,
  kind: ValueKind,
  keep: (value: unknown) => unknown = (value) => value,
): RowColumn<CodedColumn<Value>> {
  const field = fieldReader(issues.metric, name, given);
  const codeOf = new Map<unknown, number>();
  const codes: number[] = [];
  return {
    read: (row, index) => {
      const value = readField(field, row, index);
      if (!kind.isValid(value)) addFieldIssue(issues, kind, field, row, index, value);
      codes.push(codeFor(codeOf, keep(value)));
    },
    done: () => ({ codes: Int32Array.from(codes), values: [...codeOf.keys()] as Value[] }),
  };
}

/** A column kept as it is. */
export function plainRowColumn<Value>(
  issues: IssueList,
  name: string,
  given: unknown,
  kind: ValueKind,
): RowColumn<Value[]> {
  const field = fieldReader(issues.metric, name, given);
  const values: Value[] = [];
  return {
    read: (row, index) => {
      const value = readField(field, row, index);
      if (!kind.isValid(value)) addFieldIssue(issues, kind, field, row, index, value);
      values.push(value as Value);
    },
    done: () => values,
  };
}

/** The caller's own columns, by the names they are to have. */
export function attributeRowColumns(
  issues: IssueList,
  fields: Readonly<Record<string, unknown>> = {},
): RowColumn<AttributeColumn>[] {
  checkRecord(issues.metric, 'attributes', fields);
  return Object.entries(fields).map(([name, field]) => {
    const column = codedRowColumn<AttributeValue>(issues, name, field, ATTRIBUTE);
    return { read: column.read, done: () => ({ name, ...column.done() }) };
  });
}

/** A column for a field that was given; a field may be the number 0. */
export function optional<Field, Column>(
  field: Field | undefined,
  column: (field: Field) => Column,
): Column | undefined {
  return field === undefined ? undefined : column(field);
}

/**
 * The ends of tenures; Infinity where they are open. A row without the property is open, but where no row has it the
 * name is misspelt, and everyone would seem to stay.
 */
export function endRowColumn(issues: IssueList, given: unknown): RowColumn<Float64Array> {
  const field = fieldReader(issues.metric, 'to', given);
  const ends: number[] = [];
  let isThere = field.key === undefined;
  return {
    read: (row, index) => {
      const value = readField(field, row, index);
      isThere ||= value !== undefined || Object.hasOwn(Object(row), field.key!);
      const end = toEnd(value);
      if (Number.isNaN(end)) addFieldIssue(issues, END, field, row, index, value);
      ends.push(end);
    },
    done: () => {
      if (!isThere && ends.length > 0)
        refuse('unknown-field', issues.metric, ['fields', 'to'], 'a property that some row has', field.key);
      return Float64Array.from(ends);
    },
  };
}
