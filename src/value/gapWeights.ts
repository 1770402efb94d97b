import { checkOneOf, checkRecord } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { checkDurations } from '../statistics/durations.ts';
import type { PurchaseGaps } from './purchaseGaps.ts';

/** What counts alike: every `'gap'`, or every `'customer'`. */
export type GapWeighting = 'gap' | 'customer';

/** Refuses what is not made of gaps and of whose they are. */
export function checkGaps(metric: string, gaps: PurchaseGaps): void {
  checkDurations(metric, 'gaps', gaps);
  checkRecord(metric, 'gaps.customer', gaps.customer);
  const { codes, values } = gaps.customer;
  const { length } = gaps.time;
  if (!Array.isArray(values))
    refuse('not-rows', metric, ['gaps', 'customer', 'values'], 'an array of customers', values);
  if (!Array.isArray(codes) && !ArrayBuffer.isView(codes))
    refuse('not-rows', metric, ['gaps', 'customer', 'codes'], 'a column of places in "values"', codes);
  if (codes.length !== length)
    refuse('length-mismatch', metric, ['gaps', 'customer', 'codes'], `as long as "time" (${length})`, codes.length);
  for (let i = 0; i < length; i++)
    if (!Number.isInteger(codes[i]) || !(codes[i]! >= 0 && codes[i]! < values.length))
      refuse('not-an-option', metric, ['gaps', 'customer', 'codes', i], 'a place in "values"', codes[i]);
}

/** Refuses what is no weighting. */
export function checkWeighting(metric: string, weighting: GapWeighting): void {
  checkOneOf(metric, 'weighting', weighting, ['gap', 'customer']);
}

/**
 * How much each gap counts. By `'customer'`, the gaps of a customer that ended share a weight of 1, and the open one
 * counts only where there is no other: it is picked by when one looks, and long gaps are picked the more often.
 */
export function gapWeights({ customer, ended }: PurchaseGaps, weighting: GapWeighting): Float64Array {
  if (weighting === 'gap') return new Float64Array(ended.length).fill(1);
  const endedGaps = new Int32Array(customer.values.length);
  for (let i = 0; i < ended.length; i++) endedGaps[customer.codes[i]!]! += ended[i]!;
  return Float64Array.from(ended, (end, i) => {
    const count = endedGaps[customer.codes[i]!]!;
    return count === 0 ? 1 : end / count;
  });
}
