import { refuse } from '../core/errors.ts';
import { isList } from '../statistics/checkValues.ts';
import type { PurchaseHistories } from './purchaseTypes.ts';

type Path = readonly (string | number)[];

/** Refuses what is not a list of numbers as long as another. */
export function checkColumn(metric: string, path: Path, column: unknown, beside: ArrayLike<number>): void {
  if (!isList(column)) refuse('not-rows', metric, path, 'an array of numbers', column);
  if (column.length !== beside.length)
    refuse('length-mismatch', metric, path, `as long as "frequency" (${beside.length})`, column.length);
}

/** Whether a value is a whole number of at least 0. */
export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** Refuses a column whose entries are not all whole numbers of at least 0. */
export function checkCounts(metric: string, path: Path, counts: ArrayLike<number>): void {
  for (let i = 0; i < counts.length; i++)
    if (!isCount(counts[i])) refuse('not-a-count', metric, [...path, i], 'a whole number of at least 0', counts[i]);
}

/** Refuses a column of weights that is not as long as the frequencies, or of other than whole numbers. */
export function checkWeight(
  metric: string,
  name: string,
  { frequency, weight }: Pick<PurchaseHistories, 'frequency' | 'weight'>,
): void {
  if (weight === undefined) return;
  checkColumn(metric, [name, 'weight'], weight, frequency);
  checkCounts(metric, [name, 'weight'], weight);
}
