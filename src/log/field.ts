import { refuse } from '../core/errors.ts';

/** The names of a row's properties that hold a `Value`. */
// Names are picked before they are mapped: of rows that are arrays, mapping all keys would bring in array methods.
export type KeyOf<Row, Value> = {
  [Key in keyof Row & (string | number)]-?: Row[Key] extends Value ? Key : never;
}[keyof Row & (string | number)];

/** Where in a row a value is: the name of a property that holds one, or a function of the row and its index. */
export type Field<Row, Value> = KeyOf<Row, Value> | ((row: Row, index: number) => Value);

/**
 * Reads one column of text as a number: for a field's place where rows come from a CSV file. It knows its column and
 * its rule, so that an error can say what stood there.
 */
export interface TextReader<Column extends string> {
  /** The number that the row's text stands for; NaN where the text breaks the rule. */
  (row: { readonly [Key in Column]?: string }): number;
  /** The column that is read. */
  readonly column: Column;
  /** The rule of the text, as it reads after "must be". */
  readonly expected: string;
}

/** A field made ready for a pass over rows: read by key where there is one, else by function. */
export interface FieldReader {
  /** What the field is called in messages: the property's own name where there is one. */
  readonly name: string;
  readonly key: PropertyKey | undefined;
  readonly read: (row: unknown, index: number) => unknown;
  /** The text reader that stands in the field's place, if one does. */
  readonly text: TextReader<string> | undefined;
}

/** Makes a field ready, or refuses what is neither a name nor a function. */
export function fieldReader(metric: string, name: string, field: unknown): FieldReader {
  if (typeof field === 'string' || typeof field === 'number')
    return { name: String(field), key: field, read: (row) => (row as never)[field], text: undefined };
  if (typeof field !== 'function')
    refuse('unknown-field', metric, ['fields', name], 'a property name or a function of the row', field);
  const text = 'column' in field ? (field as unknown as TextReader<string>) : undefined;
  return { name: text?.column ?? name, key: undefined, read: field as FieldReader['read'], text };
}

/** What a field holds in one row. */
export function readField(field: FieldReader, row: unknown, index: number): unknown {
  return field.key === undefined ? field.read(row, index) : (row as Record<PropertyKey, unknown>)[field.key];
}
