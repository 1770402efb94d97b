import { checkRecord } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { isList } from './checkValues.ts';
import type { ProductLimitCurve } from './productLimitCurve.ts';

const COLUMNS = ['time', 'survival', 'lower', 'upper'] as const;

/** Refuses what is not a curve as `productLimitCurve` gives it. */
export function checkCurve(metric: string, curve: ProductLimitCurve): void {
  checkRecord(metric, 'curve', curve);
  for (const name of COLUMNS) {
    if (!isList(curve[name])) refuse('not-rows', metric, ['curve', name], 'a column of numbers', curve[name]);
    if (curve[name].length !== curve.time.length)
      refuse(
        'length-mismatch',
        metric,
        ['curve', name],
        `as long as "time" (${curve.time.length})`,
        curve[name].length,
      );
  }
  if (typeof curve.longest !== 'number')
    refuse('not-a-number', metric, ['curve', 'longest'], 'a number', curve.longest);
}
