import { checkOptions, checkQuantity } from '../core/checks.ts';
import { checkDurations, type Durations } from '../statistics/durations.ts';
import { productLimitCurve } from '../statistics/productLimitCurve.ts';
import { survivalAt } from '../statistics/survivalAt.ts';

/** Within how long. */
export interface WithinOptions {
  /** Elapsed hours, at least 0. */
  readonly hours: number;
}

/** The share of waits that are over within so many hours. */
export function shareWithin(metric: string, times: Durations, options: WithinOptions): number {
  checkDurations(metric, 'times', times);
  checkOptions(metric, options, ['hours']);
  checkQuantity(metric, 'hours', options.hours);
  return 1 - survivalAt(productLimitCurve(times), { time: options.hours });
}
