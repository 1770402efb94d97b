import type { Durations } from '../statistics/durations.ts';
import { medianDuration } from '../statistics/medianDuration.ts';

/**
 * Median hours from the opening of a ticket to the first response.
 *
 * hours at which the product-limit curve of the times comes down to 1/2
 *
 * Tickets that still wait count for as long as they have waited: left out, the slowest would be missing. Where the
 * curve lies level at exactly a half, the middle of that stretch.
 *
 * @param times - hours a ticket, as `ticketTimes` gives them for tickets from their opening to the first response
 * @returns the median
 * @unit hours
 * @range 0..
 * @direction lower is better
 * @undefinedWhen there is no ticket, or more than half may still be open at the longest time seen (NaN)
 * @throws InputError `not-a-record`, `not-rows`, `length-mismatch`, `not-a-quantity`, `not-an-option`, `above-limit`
 * @example
 * firstResponseTime({ time: [1, 3, 2, 8, 5], ended: [1, 1, 0, 1, 0] }) // 8
 * @complexity sorting the times
 * @see {@link firstResponseTimeInterval} for how far off it may be
 * @reference Kaplan and Meier (1958), Nonparametric estimation from incomplete observations
 */
export function firstResponseTime(times: Durations): number {
  return medianDuration('firstResponseTime', 'times', times).estimate;
}
