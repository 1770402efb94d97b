import { checkRecord } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { isList } from './checkValues.ts';
import type { ProductLimitCurve } from './productLimitCurve.ts';

const COLUMNS = ['time', 'atRisk', 'ended', 'survival', 'lower', 'upper'] as const;
/** JSON makes objects of typed arrays, and null of NaN. */
const COLUMN_RULE = 'a column of numbers, as productLimitCurve gives it (JSON does not keep it)';

/** Refuses what is not a curve as `productLimitCurve` gives it. */
export function checkCurve(metric: string, curve: ProductLimitCurve): void {
  checkRecord(metric, 'curve', curve);
  const { definition, longest, time } = curve;
  for (const name of COLUMNS) {
    const column: unknown = curve[name];
    if (!isList(column)) refuse('not-rows', metric, ['curve', name], COLUMN_RULE, column);
    if (column.length !== time.length)
      refuse('length-mismatch', metric, ['curve', name], `as long as "time" (${time.length})`, column.length);
    for (let step = 0; !(column instanceof Float64Array) && step < column.length; step++)
      if (typeof column[step] !== 'number')
        refuse('not-a-number', metric, ['curve', name, step], 'a number', column[step]);
  }
  if (typeof longest !== 'number') refuse('not-a-number', metric, ['curve', 'longest'], 'a number', longest);
  checkRecord(metric, 'curve.definition', definition);
  const { level, weighted } = definition;
  if (typeof level !== 'number' || !(level > 0 && level < 1))
    refuse('not-an-option', metric, ['curve', 'definition', 'level'], 'above 0 and below 1', level);
  if (typeof weighted !== 'boolean')
    refuse('not-an-option', metric, ['curve', 'definition', 'weighted'], 'true or false', weighted);
}
