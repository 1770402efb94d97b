import { checkRecord } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { checkColumn, checkCounts, checkWeight } from './checkColumns.ts';
import type { SpendHistories } from './purchaseTypes.ts';

/** Frequency and mean spend of customers with repeats, and how many customers share an entry. */
export interface SpendPairs {
  readonly frequency: Float64Array;
  readonly meanSpend: Float64Array;
  readonly weight: Float64Array;
}

/**
 * Refuses what are no columns of frequency and mean spend, and gives the entries that say something: of frequency above 0
 * and of at least one customer. A mean spend may be NaN, as that of a log without amounts is.
 */
export function readSpendPairs(metric: string, histories: SpendHistories): SpendPairs {
  checkRecord(metric, 'histories', histories);
  const { frequency, meanSpend, weight } = histories;
  checkColumn(metric, ['histories', 'frequency'], frequency, frequency);
  checkColumn(metric, ['histories', 'meanSpend'], meanSpend, frequency);
  checkCounts(metric, ['histories', 'frequency'], frequency);
  checkWeight(metric, 'histories', histories);
  const { length } = frequency;
  for (let i = 0; i < length; i++) checkEntry(metric, histories, i);
  const isUsed = (i: number): boolean => frequency[i] !== 0 && weight?.[i] !== 0;
  let count = 0;
  for (let i = 0; i < length; i++) if (isUsed(i)) count++;
  const pairs = {
    frequency: new Float64Array(count),
    meanSpend: new Float64Array(count),
    weight: new Float64Array(count).fill(1),
  };
  let place = 0;
  for (let i = 0; i < length; i++) {
    if (!isUsed(i)) continue;
    pairs.frequency[place] = frequency[i]!;
    pairs.meanSpend[place] = meanSpend[i]!;
    if (weight !== undefined) pairs.weight[place] = weight[i]!;
    place++;
  }
  return pairs;
}

function checkEntry(metric: string, { frequency, meanSpend }: SpendHistories, i: number): void {
  const spend = meanSpend[i];
  // Without a repeat there is nothing to be the mean of, and some tables then say 0, others nothing.
  if (frequency[i] === 0 || Number.isNaN(spend) || (typeof spend === 'number' && spend >= 0 && spend < Infinity))
    return;
  refuse('not-a-quantity', metric, ['histories', 'meanSpend', i], 'a finite number of at least 0', spend);
}
