import { refuse } from '../core/errors.ts';

/** Whether something is an array or a typed array. */
export function isList(values: unknown): values is ArrayLike<unknown> {
  return Array.isArray(values) || (ArrayBuffer.isView(values) && !(values instanceof DataView));
}

/** Refuses what is not an array or a typed array of finite numbers, and gives a copy. */
export function checkValues(metric: string, name: string, values: unknown): Float64Array {
  if (!isList(values)) refuse('not-rows', metric, [name], 'an array of numbers', values);
  const copy = new Float64Array(values.length);
  for (let i = 0; i < copy.length; i++) {
    const value = values[i];
    if (typeof value !== 'number' || !Number.isFinite(value))
      refuse('not-a-number', metric, [name, i], 'a finite number', value);
    copy[i] = value;
  }
  return copy;
}
