import { checkRecord } from '../../core/checks.ts';
import { refuse } from '../../core/errors.ts';
import { checkColumn, checkCounts, checkWeight } from '../checkColumns.ts';
import { compressRows, type DistinctRows } from '../compressRows.ts';
import type { SpendHistories } from '../purchaseTypes.ts';

/** What a fit of spend rests on: rows of how many purchases, and their mean spend. */
export interface SpendRows extends DistinctRows {
  /** How many customers the rows stand for. */
  readonly customers: number;
  /** How many have no purchase, and are not in the rows. */
  readonly leftOut: number;
}

/** Refuses columns that are no spend and gives the distinct rows of those who spent. */
export function readSpend(metric: string, data: SpendHistories): SpendRows {
  checkRecord(metric, 'data', data);
  const { frequency, meanSpend, spendCount = frequency, weight } = data;
  checkColumn(metric, ['data', 'frequency'], frequency, frequency);
  checkColumn(metric, ['data', 'spendCount'], spendCount, frequency);
  checkColumn(metric, ['data', 'meanSpend'], meanSpend, frequency);
  checkWeight(metric, 'data', data);
  checkCounts(metric, ['data', spendCount === frequency ? 'frequency' : 'spendCount'], spendCount);
  const kept = new Float64Array(frequency.length);
  const spend = new Float64Array(frequency.length);
  const counts = new Float64Array(frequency.length);
  let rows = 0;
  let leftOut = 0;
  for (let i = 0; i < frequency.length; i++) {
    const spent = spendCount[i]!;
    const times = weight === undefined ? 1 : weight[i]!;
    if (spent === 0) {
      leftOut += times;
      continue;
    }
    checkSpendOf(metric, ['data', 'meanSpend', i], meanSpend[i]);
    kept[rows] = spent;
    spend[rows] = meanSpend[i]!;
    counts[rows++] = times;
  }
  const distinct = compressRows([kept.subarray(0, rows), spend.subarray(0, rows)], counts);
  const customers = distinct.weight.reduce((total, times) => total + times, 0);
  if (customers + leftOut === 0)
    refuse('below-limit', metric, ['data', 'frequency'], 'of at least one customer', frequency);
  return { ...distinct, customers, leftOut };
}

/** Refuses a mean spend that no purchases have: the model has no place for nothing and less than nothing. */
export function checkSpendOf(metric: string, path: readonly (string | number)[], spend: unknown): void {
  if (typeof spend !== 'number' || !(spend > 0 && spend < Infinity))
    refuse('not-a-quantity', metric, path, 'a finite number above 0 where there are purchases', spend);
}
