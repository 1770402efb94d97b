import * as z from 'zod/mini';
import { asked } from './asked.ts';
import type { FieldSchemas } from './subjectSchema.ts';
import type { Schema } from './types.ts';

/**
 * A schema of a function's options, or of columns: the kinds of the fields, and the rest is asked of the function itself.
 * Fields that are not known are refused, as the function refuses them.
 */
export function optionsSchema<Options extends object>(
  fields: () => FieldSchemas<NoInfer<Options>>,
  call: (options: Options) => unknown,
  argument = 'options',
): Schema<Options> {
  const kinds = fields();
  const known = Object.keys(kinds).map((name) => `"${name}"`);
  const shape = z.strictObject(kinds, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `must be made of ${known.join(', ')}; received ${JSON.stringify(issue.keys[0])}`
        : 'must be an object',
  }) as unknown as Schema<Options>;
  return shape.check(asked(call, argument));
}
