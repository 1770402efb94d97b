import { checkInstant, checkOptions } from '../core/checks.ts';
import type { Instant } from '../core/types.ts';
import { type CheckedGoal, checkFrom, checkGoal } from './checkGoal.ts';
import type { Goal } from './types.ts';

/** When. */
export interface ExpectedValueOptions {
  /** The instant, not before the baseline's. */
  readonly at: Instant;
}

/**
 * Where a goal would be at an instant if it were reached by the same step every day.
 *
 * baseline + (target - baseline) x (at - baseline.at) / (dueAt - baseline.at)
 *
 * From the due date on it is the target. Figures with a season do not move like that: compare them with the year before.
 *
 * @param goal - baseline, target, due date and direction
 * @param options - the instant
 * @returns the value on the straight line from the baseline to the target
 * @unit unit of the figure
 * @range any
 * @direction neither
 * @undefinedWhen never
 * @throws InputError `not-an-instant`, `reversed-interval` (an instant before the baseline), `unknown-option`, and as
 * `goalTarget`: `not-a-record`, `not-a-text`, `not-a-number`, `not-an-attribute`, `not-an-option`, `not-a-quantity`,
 * `below-limit`, `above-limit`
 * @example
 * const baseline = { value: 20, at: Date.UTC(2024, 0, 1), definition: { metric: 'netPromoterScore' } };
 * const goal = { baseline, target: { value: 30 }, dueAt: Date.UTC(2024, 0, 11), direction: 'higher' as const };
 * expectedValue(goal, { at: Date.UTC(2024, 0, 4) }) // 23
 */
export function expectedValue(goal: Goal, options: ExpectedValueOptions): number {
  const checked = checkGoal('expectedValue', goal);
  checkOptions('expectedValue', options, ['at']);
  const at = checkInstant('expectedValue', 'at', options.at);
  checkFrom('expectedValue', checked, 'at', at);
  return expectedAt(checked, at);
}

/** The value expected at an instant, in milliseconds, at or after the baseline's. */
export function expectedAt({ baseline, target, dueAt }: CheckedGoal, at: number): number {
  if (at >= dueAt) return target;
  return baseline.value + (target - baseline.value) * ((at - baseline.at) / (dueAt - baseline.at)) + 0;
}
