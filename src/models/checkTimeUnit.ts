import { refuse } from '../core/errors.ts';

/** Refuses data in another unit of time than that of the fit, where both are known. */
export function checkTimeUnit(
  metric: string,
  path: readonly string[],
  unit: string | undefined,
  fitted: string | undefined,
): void {
  if (unit === undefined || fitted === undefined || unit === fitted) return;
  refuse('unlike-definitions', metric, path, `that of the fit ('${fitted}')`, unit);
}
