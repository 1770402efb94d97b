import { checkLevel, checkOptions } from '../core/checks.ts';
import type { LevelOptions } from '../core/types.ts';
import { checkDurations, type Durations } from './durations.ts';
import { productLimitCurve } from './productLimitCurve.ts';
import { type SurvivalQuantile, survivalQuantile } from './survivalQuantile.ts';

/** The product-limit median of durations with its interval, for a metric of its own name; `name` is its argument. */
export function medianDuration(
  metric: string,
  name: string,
  durations: Durations,
  options: LevelOptions = {},
): SurvivalQuantile {
  checkDurations(metric, name, durations);
  checkOptions(metric, options, ['level']);
  const { level = 0.95 } = options;
  checkLevel(metric, level);
  return survivalQuantile(productLimitCurve(durations, { level }));
}
