import type * as z from 'zod/mini';
import { isInputError } from '../core/errors.ts';

/** Checks a value that has been parsed. */
export type Check<Value> = (payload: z.core.ParsePayload<Value>) => void;

/**
 * A check that asks a function of the library, so that schema and function accept the same. Issues become those of the
 * schema; `argument` is what the function calls the value, and is left out of their paths.
 */
export function asked<Value>(call: (value: Value) => unknown, argument: string): Check<Value> {
  return (payload) => {
    // A field of the wrong kind, or one too many, has been said already.
    if (payload.issues.length > 0) return;
    try {
      call(payload.value);
    } catch (error) {
      if (!isInputError(error)) throw error;
      for (const { message, path } of error.issues)
        payload.issues.push({ code: 'custom', message, path: pathWithin(argument, path), input: payload.value });
    }
  };
}

/** The path from the value on: functions name nested arguments as `durations.time` or as `durations`, `time`. */
function pathWithin(argument: string, path: readonly (string | number)[]): (string | number)[] {
  const [first, ...rest] = path;
  if (first === argument) return rest;
  if (typeof first !== 'string' || !first.startsWith(`${argument}.`)) return [...path];
  return [...first.slice(argument.length + 1).split('.'), ...rest];
}
