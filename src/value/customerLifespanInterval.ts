import type { LevelOptions } from '../core/types.ts';
import type { Durations } from '../statistics/durations.ts';
import { medianDuration } from '../statistics/medianDuration.ts';
import type { SurvivalQuantile } from '../statistics/survivalQuantile.ts';

/**
 * `customerLifespan` and how far off it may be.
 *
 * The ends are where the ends of the curve's intervals come down to a half.
 *
 * @param lifespans - what `customerLifespans` gave, or other durations
 * @param options - level of the interval
 * @returns the median as `estimate`, its ends, share (a half) and level
 * @unit days
 * @range 0..
 * @undefinedWhen the curve does not come down to a half (NaN); an end of the interval likewise, and where weights were
 * given
 * @throws InputError `not-a-record`, `not-rows`, `length-mismatch`, `not-a-quantity`, `not-an-option`, `above-limit`,
 * `unknown-option`
 * @example
 * const time = Array.from({ length: 99 }, (_, place) => place + 1);
 * const { estimate, lower, upper } = customerLifespanInterval({ time, ended: time.map(() => 1) });
 * [estimate, lower, upper] // [50, 40, 59]
 * @complexity sorting the lifespans
 * @reference Brookmeyer and Crowley (1982), A confidence interval for the median survival time
 */
export function customerLifespanInterval(lifespans: Durations, options: LevelOptions = {}): SurvivalQuantile {
  return medianDuration('customerLifespanInterval', 'lifespans', lifespans, options);
}
