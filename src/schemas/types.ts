import type * as z from 'zod/mini';

/** A schema that puts out what was put in, and as the same type. */
export type Schema<Value> = z.ZodMiniType<Value, Value>;

/** The schema of a field that may be left out. */
export type OptionalSchema<Value> = z.ZodMiniOptional<Schema<Value>>;
