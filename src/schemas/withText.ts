import * as z from 'zod/mini';
import type { Schema } from './types.ts';

/** For fields that come as text, the schemas that read them. */
export type TextFields<Value> = { readonly [Name in keyof Value]?: z.ZodMiniType<number | null, string> };

/** What goes in where some fields of a value come as text. */
export type WithText<Value, Texts> = {
  readonly [Name in keyof Value]: Name extends keyof Texts ? string : Value[Name];
};

/**
 * The same schema for input in which some fields are text: they are read first, and what comes out is checked as ever. A
 * field that may be left out still may.
 *
 * @param schema - a schema of options or of figures
 * @param texts - for each field that is text the schema that reads it: `instantText`, `decimalText`, …
 * @returns a schema that takes text in those fields, and puts out what the schema given puts out
 * @example
 * const query = withText(movementsOptions, { from: instantText, to: instantText });
 * query.parse({ period: 'month', to: '2024-06-01T00:00:00Z' }) // { period: 'month', to: 1717200000000 }
 */
export function withText<Value extends object, const Texts extends TextFields<NoInfer<Value>>>(
  schema: Schema<Value>,
  texts: Texts,
): z.ZodMiniType<Value, WithText<Value, Texts>> {
  const readers = Object.entries(texts as Record<string, z.ZodMiniType>).map(([name, text]) => [
    name,
    z.optional(text),
  ]);
  const read = z.looseObject(Object.fromEntries(readers), 'must be an object');
  return z.pipe(read, schema as never) as unknown as z.ZodMiniType<Value, WithText<Value, Texts>>;
}
