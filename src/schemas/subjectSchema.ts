import * as z from 'zod/mini';
import { asked } from './asked.ts';
import type { Schema } from './types.ts';

/** A schema for each field of a record. */
export type FieldSchemas<Subject> = Record<keyof Subject & string, z.ZodMiniType>;

/**
 * A schema of what a function takes first: the kinds of its fields, and the rest is asked of the function itself, so that
 * schema and function accept the same. Extra fields pass, as they do in the function.
 */
export function subjectSchema<Subject extends object>(
  fields: () => FieldSchemas<NoInfer<Subject>>,
  call: (subject: Subject) => unknown,
  argument = '',
): Schema<Subject> {
  const shape = z.looseObject(fields(), 'must be an object') as unknown as Schema<Subject>;
  return shape.check(asked(call, argument));
}
