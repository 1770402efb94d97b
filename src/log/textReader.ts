import { checkOneOf } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { TextReader } from './field.ts';

/** What an empty text stands for. */
export interface EmptyTextOptions {
  /** Nothing, and it is refused (default); or a tenure that is open: for the `to` of a tenure. */
  readonly empty?: 'refuse' | 'open';
}

/** Makes a reader of one column. `read` gives NaN for a text that breaks the rule. */
export function textReader<Column extends string>(
  metric: string,
  column: Column,
  expected: string,
  read: (text: string) => number,
  { empty = 'refuse' }: EmptyTextOptions = {},
): TextReader<Column> {
  if (typeof column !== 'string') refuse('unknown-field', metric, ['column'], 'the name of a column', column);
  checkOneOf(metric, 'empty', empty, ['refuse', 'open']);
  const isOpen = empty === 'open';
  const reader = (row: { readonly [Key in Column]?: string }): number => {
    const text: unknown = row[column];
    if (typeof text !== 'string') return Number.NaN;
    return text === '' && isOpen ? Infinity : read(text);
  };
  return Object.assign(reader, { column, expected: isOpen ? `${expected}, or empty` : expected });
}
