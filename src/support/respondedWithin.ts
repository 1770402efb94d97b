import type { Durations } from '../statistics/durations.ts';
import { shareWithin, type WithinOptions } from './waits.ts';

/**
 * Share of the tickets that get a first response within so many hours.
 *
 * 1 - the product-limit curve of the times at hours
 *
 * A ticket that is open for less than that has not failed yet, and counts for as long as it was seen.
 *
 * @param times - hours a ticket, as `ticketTimes` gives them for tickets from their opening to the first response
 * @param options - within how many elapsed hours
 * @returns the share
 * @unit fraction
 * @range 0..1
 * @direction higher is better
 * @undefinedWhen there is no ticket, or none was seen for so many hours while some may still be open (NaN)
 * @throws InputError `not-a-record`, `not-rows`, `length-mismatch`, `not-a-quantity`, `not-an-option`, `above-limit`,
 * `unknown-option`
 * @example
 * respondedWithin({ time: [1, 3, 2, 8, 5], ended: [1, 1, 0, 1, 0] }, { hours: 2 }) // 0.2
 * @complexity sorting the times
 * @reference Kaplan and Meier (1958), Nonparametric estimation from incomplete observations
 */
export function respondedWithin(times: Durations, options: WithinOptions): number {
  return shareWithin('respondedWithin', times, options);
}
