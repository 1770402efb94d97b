import { checkLevel, checkOptions, checkQuantity } from '../core/checks.ts';
import type { LevelOptions } from '../core/types.ts';
import { checkDurations, type Durations } from '../statistics/durations.ts';
import { productLimitCurve } from '../statistics/productLimitCurve.ts';
import { survivalAt } from '../statistics/survivalAt.ts';
import { type SurvivalQuantile, survivalQuantile } from '../statistics/survivalQuantile.ts';

/** Within how long. */
export interface WithinOptions {
  /** Elapsed hours, at least 0. */
  readonly hours: number;
}

/** The median of waits and its interval, for the metrics that give one or the other. */
export function medianWait(metric: string, times: Durations, options: LevelOptions = {}): SurvivalQuantile {
  checkDurations(metric, 'times', times);
  checkOptions(metric, options, ['level']);
  const { level = 0.95 } = options;
  checkLevel(metric, level);
  return survivalQuantile(productLimitCurve(times, { level }));
}

/** The share of waits that are over within so many hours. */
export function shareWithin(metric: string, times: Durations, options: WithinOptions): number {
  checkDurations(metric, 'times', times);
  checkOptions(metric, options, ['hours']);
  checkQuantity(metric, 'hours', options.hours);
  return 1 - survivalAt(productLimitCurve(times), { time: options.hours });
}
