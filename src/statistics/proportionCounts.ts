import { checkAtMost, checkCount, checkRecord } from '../core/checks.ts';

/** How often something was tried, and how often it came out. */
export interface ProportionCounts {
  /** How often it came out: whole, from 0 to `trials`. */
  readonly successes: number;
  /** How often it was tried: whole, at least 0. */
  readonly trials: number;
}

/** Refuses counts that are not whole or have more successes than trials; `name` is the argument they came as. */
export function checkProportionCounts(metric: string, name: string, counts: ProportionCounts): void {
  checkRecord(metric, name, counts);
  const prefix = name === 'counts' ? '' : `${name}.`;
  checkCount(metric, `${prefix}successes`, counts.successes);
  checkCount(metric, `${prefix}trials`, counts.trials);
  checkAtMost(metric, `${prefix}successes`, counts.successes, `${prefix}trials`, counts.trials);
}
