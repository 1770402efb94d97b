import { checkCount } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';

/** Refuses what is not a whole number of at least `least`. */
export function checkLeast(metric: string, name: string, value: number, least: number): void {
  checkCount(metric, name, value);
  if (value < least) refuse('below-limit', metric, [name], `at least ${least}`, value);
}

/** Refuses a look at an instant of which a log does not tell. */
export function checkTold(metric: string, asOf: number, told: number): void {
  if (asOf <= told) return;
  const limit = `at or before the log's "asOf" (${new Date(told).toISOString()})`;
  refuse('after-as-of', metric, ['asOf'], limit, new Date(asOf));
}
