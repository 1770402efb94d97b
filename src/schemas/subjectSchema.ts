import * as z from 'zod/mini';
import { isInputError } from '../core/errors.ts';

/** A count or another quantity. */
export const count: z.ZodMiniType<number, number> = z.number('must be a finite number');

/** Any number that a metric may give or take: NaN is what a metric of empty data is. */
export const figure: z.ZodMiniType<number, number> = z.union([z.number(), z.nan()], 'must be a finite number or NaN');

/**
 * A schema of a metric's subject: its fields are numbers, and the rest is asked of the metric itself, so that schema and
 * metric accept the same. Extra fields pass, as they do in the metric.
 */
export function subjectSchema<Subject extends object>(
  fields: Record<keyof Subject & string, z.ZodMiniType>,
  metric: (subject: Subject) => unknown,
): z.ZodMiniType<Subject, Subject> {
  const shape = z.looseObject(fields);
  const checked = shape.check((payload) => {
    try {
      metric(payload.value as unknown as Subject);
    } catch (error) {
      if (!isInputError(error)) throw error;
      for (const { message, path } of error.issues)
        payload.issues.push({ code: 'custom', message, path: [...path], input: payload.value });
    }
  });
  return checked as unknown as z.ZodMiniType<Subject, Subject>;
}
