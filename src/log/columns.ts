// The handful of things that are done to whole columns.
import type { AttributeValue } from '../core/types.ts';
import type { AttributeColumn, CodedColumn } from './types.ts';

/** The rows of a column, in the order given. */
export function takeNumbers(column: Float64Array, rows: ArrayLike<number>): Float64Array {
  const taken = new Float64Array(rows.length);
  for (let i = 0; i < taken.length; i++) taken[i] = column[rows[i]!]!;
  return taken;
}

/** The rows of a coded column, in the order given; values that no row has now stay listed. */
export function takeCoded<Value>(column: CodedColumn<Value>, rows: ArrayLike<number>): CodedColumn<Value> {
  const codes = new Int32Array(rows.length);
  for (let i = 0; i < codes.length; i++) codes[i] = column.codes[rows[i]!]!;
  return { codes, values: column.values };
}

/** The rows of every attribute, in the order given. */
export function takeAttributes(columns: readonly AttributeColumn[], rows: ArrayLike<number>): AttributeColumn[] {
  return columns.map((column) => ({ name: column.name, ...takeCoded(column, rows) }));
}

/** The rows of a plain column, in the order given. */
export function takeValues<Value>(column: readonly Value[], rows: ArrayLike<number>): Value[] {
  const taken: Value[] = new Array(rows.length);
  for (let i = 0; i < rows.length; i++) taken[i] = column[rows[i]!]!;
  return taken;
}

/** One coded column after the other, as one; each different value is listed once. */
export function concatCoded<Value>(columns: readonly CodedColumn<Value>[]): CodedColumn<Value> {
  const codeOf = new Map<Value, number>();
  const codes = new Int32Array(columns.reduce((length, column) => length + column.codes.length, 0));
  let place = 0;
  for (const column of columns) {
    const newCode = column.values.map((value) => codeFor(codeOf, value));
    for (let i = 0; i < column.codes.length; i++) codes[place++] = newCode[column.codes[i]!]!;
  }
  return { codes, values: [...codeOf.keys()] };
}

/** One column of numbers after the other. */
export function concatNumbers(columns: readonly Float64Array[]): Float64Array {
  const joined = new Float64Array(columns.reduce((length, column) => length + column.length, 0));
  let place = 0;
  for (const column of columns) {
    joined.set(column, place);
    place += column.length;
  }
  return joined;
}

/** The code of a value: the one it has, or the next free one. */
export function codeFor<Value>(codeOf: Map<Value, number>, value: Value): number {
  const known = codeOf.get(value);
  if (known !== undefined) return known;
  codeOf.set(value, codeOf.size);
  return codeOf.size - 1;
}

/** The customer of each row of a grouped log. */
export function customerCodes(offsets: Int32Array): Int32Array {
  const codes = new Int32Array(offsets[offsets.length - 1]!);
  for (let customer = 0; customer + 1 < offsets.length; customer++)
    codes.fill(customer, offsets[customer], offsets[customer + 1]);
  return codes;
}

/** Looks up the caller's own columns by row and name. */
export function attributeReader(
  columns: readonly AttributeColumn[],
): (row: number) => (name: string) => AttributeValue | undefined {
  const byName = new Map(columns.map((column) => [column.name, column]));
  return (row) => (name) => {
    const column = byName.get(name);
    return column?.values[column.codes[row]!];
  };
}
