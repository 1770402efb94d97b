// What becomes of customers who are all given the same time from an instant of their own: an order to be followed by
// another, a loss to be won back. Rates are of those whose time is over, or the latest would pull them down.
import type { Interval } from '../core/types.ts';
import { ratio } from '../numeric/ratio.ts';
import { wilsonLower, wilsonUpper } from '../statistics/wilson.ts';

/** How many there are of each kind: everyone is mature, pending or early. */
export interface Outcomes {
  /** Their time was over by `asOf`. */
  mature: number;
  /** Those among the mature for whom it came in time. */
  met: number;
  /** Their time is not over, and it has not come. */
  pending: number;
  /** Their time is not over, and it has come already. */
  early: number;
}

/** The time that each is given, and up to when the data tell. */
export interface Waiting {
  /** In milliseconds. */
  readonly time: number;
  /** In epoch milliseconds. */
  readonly asOf: number;
}

export function noOutcomes(): Outcomes {
  return { mature: 0, met: 0, pending: 0, early: 0 };
}

/** Counts one that waits from `start` on; what it waits for comes at `next`, Infinity where it never does. */
export function addOutcome(outcomes: Outcomes, start: number, next: number, { time, asOf }: Waiting): void {
  const end = start + time;
  const isMature = end <= asOf;
  const isMet = next < end && next < asOf;
  if (isMature) outcomes.mature++;
  if (isMature && isMet) outcomes.met++;
  if (!isMature && isMet) outcomes.early++;
  if (!isMature && !isMet) outcomes.pending++;
}

/** What a table says of the outcomes of one period. */
export interface RatedOutcomes {
  readonly state: 'observed' | 'partial';
  readonly rate: number;
  readonly interval: Interval;
}

/** The rate of the mature; observed once the period is over, at `to`, and everyone of it is mature. */
export function rateOutcomes(outcomes: Outcomes, to: number, asOf: number, z: number): RatedOutcomes {
  const { mature, met, pending, early } = outcomes;
  return {
    state: to <= asOf && pending + early === 0 ? 'observed' : 'partial',
    rate: ratio(met, mature),
    interval: { lower: wilsonLower(met, mature, z), upper: wilsonUpper(met, mature, z) },
  };
}
