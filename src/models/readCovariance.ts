import { refuse } from '../core/errors.ts';
import { isList } from '../statistics/checkValues.ts';

/**
 * The covariance of the logarithms of parameters, row by row, from that of the parameters, which comes as a fit has it.
 */
export function readCovariance(
  metric: string,
  name: string,
  covariance: readonly (readonly number[])[],
  parameters: readonly number[],
): Float64Array {
  const size = parameters.length;
  const path = [name, 'covariance'];
  if (!isList(covariance) || covariance.length !== size)
    refuse('not-rows', metric, path, `an array of ${size} rows`, covariance);
  const logarithmic = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    const row = covariance[i];
    if (!isList(row) || row.length !== size)
      refuse('not-rows', metric, [...path, i], `an array of ${size} numbers`, row);
    for (let j = 0; j < size; j++) {
      const value = row[j];
      if (typeof value !== 'number' || !Number.isFinite(value))
        refuse('not-a-number', metric, [...path, i, j], 'a finite number', value);
      logarithmic[i * size + j] = value / parameters[i]! / parameters[j]!;
    }
  }
  return logarithmic;
}
