import type { LevelOptions } from '../core/types.ts';
import type { Durations } from '../statistics/durations.ts';
import { medianDuration } from '../statistics/medianDuration.ts';
import type { SurvivalQuantile } from '../statistics/survivalQuantile.ts';

/**
 * `resolutionTime` and how far off it may be.
 *
 * The ends are where the ends of the curve's intervals come down to a half. It takes tickets for independent: a flood
 * of them with one cause tells less than their number.
 *
 * @param times - hours a ticket, as `ticketTimes` gives them for tickets from their opening to their resolution
 * @param options - level of the interval
 * @returns the median as `estimate`, its ends, share (a half) and level
 * @unit hours
 * @range 0..
 * @undefinedWhen the curve does not come down to a half (NaN); an end of the interval likewise, and where weights were
 * given
 * @throws InputError `not-a-record`, `not-rows`, `length-mismatch`, `not-a-quantity`, `not-an-option`, `above-limit`,
 * `unknown-option`
 * @example
 * const time = Array.from({ length: 99 }, (_, place) => place + 1);
 * const { estimate, lower, upper } = resolutionTimeInterval({ time, ended: time.map(() => 1) });
 * [estimate, lower, upper] // [50, 40, 59]
 * @complexity sorting the times
 * @reference Brookmeyer and Crowley (1982), A confidence interval for the median survival time
 */
export function resolutionTimeInterval(times: Durations, options: LevelOptions = {}): SurvivalQuantile {
  return medianDuration('resolutionTimeInterval', 'times', times, options);
}
