import { checkPositive } from '../core/checks.ts';
import { count } from './fields.ts';
import { type FieldSchemas, subjectSchema } from './subjectSchema.ts';
import type { Schema } from './types.ts';

/** A schema of a model's parameters: finite numbers above 0. Extra fields pass, as they do in the models. */
export function parametersSchema<Parameters extends Readonly<Record<keyof Parameters, number>>>(
  ...names: readonly (keyof Parameters & string)[]
): Schema<Parameters> {
  return subjectSchema<Parameters>(
    () => Object.fromEntries(names.map((name) => [name, count])) as FieldSchemas<Parameters>,
    (parameters) => {
      for (const name of names) checkPositive('parameters', name, parameters[name]);
    },
    'parameters',
  );
}
