import type { CustomersBefore } from '../log/customersBefore.ts';
import type { EventLog } from '../log/types.ts';
import { meanBetween } from './meanBetween.ts';

/** Which of a customer's events are recent, and how many it takes before them. */
export interface RecentRule {
  readonly recent: number;
  readonly minimumBefore: number;
}

/** Means of customers' last amounts and of those before them, and what the two compared to: NaN with nothing known. */
export interface RecentAgainstBefore {
  readonly value: Float64Array;
  /** The last event, where there is a value. */
  readonly observedAt: Float64Array;
  readonly recentMean: Float64Array;
  readonly baselineMean: Float64Array;
  readonly count: Int32Array;
}

/** Sets each customer's last amounts against all before them. `compare` may give what is no finite number: no value then. */
export function recentAgainstBefore(
  { at, amount }: EventLog,
  { start, end }: CustomersBefore,
  { recent, minimumBefore }: RecentRule,
  compare: (recentMean: number, baselineMean: number) => number,
): RecentAgainstBefore {
  const value = new Float64Array(start.length).fill(Number.NaN);
  const observedAt = new Float64Array(start.length).fill(Number.NaN);
  const recentMean = new Float64Array(start.length);
  const baselineMean = new Float64Array(start.length);
  const count = new Int32Array(start.length);
  for (let customer = 0; customer < start.length; customer++) {
    const first = start[customer]!;
    const last = end[customer]!;
    const from = Math.max(first, last - recent);
    count[customer] = last - first;
    recentMean[customer] = meanBetween(amount!, from, last);
    baselineMean[customer] = meanBetween(amount!, first, from);
    if (from - first < minimumBefore) continue;
    const found = compare(recentMean[customer]!, baselineMean[customer]!);
    if (!Number.isFinite(found)) continue;
    value[customer] = found;
    observedAt[customer] = at[last - 1]!;
  }
  return { value, observedAt, recentMean, baselineMean, count };
}
