import type * as z from 'zod/mini';
import { isInputError } from '../core/errors.ts';

/** Checks a value that has been parsed. */
export type Check<Value> = (payload: z.core.ParsePayload<Value>) => void;

/**
 * A check that asks a function of the library, so that schema and function accept the same. Issues become those of the
 * schema; `argument` is where the value stands in the function's own words, and is left out of their paths.
 */
export function asked<Value>(call: (value: Value) => unknown, argument: string): Check<Value> {
  const place = stepsOf([argument]);
  return (payload) => {
    // A field of the wrong kind, or one too many, has been said already.
    if (payload.issues.length > 0) return;
    try {
      call(payload.value);
    } catch (error) {
      if (!isInputError(error)) throw error;
      for (const { message, path } of error.issues)
        payload.issues.push({
          code: 'custom',
          message,
          path: pathWithin(place, path, payload.value),
          input: payload.value,
        });
    }
  };
}

type Path = readonly (string | number)[];

/** The path from the value on: what leads to the value is left out, and a field of its own is a step by itself. */
function pathWithin(place: Path, path: Path, value: unknown): (string | number)[] {
  const steps = stepsOf(path);
  if (place.every((step, i) => steps[i] === step)) return steps.slice(place.length);
  return Object.hasOwn(value as object, steps[0] ?? '') ? steps : [...path];
}

/** Functions name what is nested as `rules[0].name` or as `rules`, 0, `name`: both as steps. */
function stepsOf([first = '', ...rest]: Path): (string | number)[] {
  const steps = String(first).match(/[^.[\]]+/g) ?? [];
  return [...steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step)), ...rest];
}
