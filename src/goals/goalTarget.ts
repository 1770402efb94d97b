import { checkGoal } from './checkGoal.ts';
import type { Goal } from './types.ts';

/**
 * The value that a goal is to reach.
 *
 * target.value, or baseline x (1 + target.change)
 *
 * A change is a share of the baseline with its sign: -0.1 makes 0.9 of it, of a loss of 20 as well (18).
 *
 * @param goal - baseline, target, due date and direction
 * @returns the target as a value
 * @unit unit of the figure
 * @range any
 * @direction neither
 * @undefinedWhen never
 * @throws InputError `not-a-record`, `not-a-text`, `not-a-number`, `not-an-instant`, `not-an-attribute` (a definition that
 * is no plain data), `reversed-interval` (due at the baseline or before it), `unknown-option`, `not-an-option`,
 * `not-a-quantity` (a change of a baseline of 0), `below-limit`, `above-limit` (a target worse than the baseline)
 * @example
 * const baseline = { value: 0.05, at: Date.UTC(2024, 3, 1), definition: { metric: 'churnRate' } };
 * goalTarget({ baseline, target: { change: -0.1 }, dueAt: Date.UTC(2024, 6, 1), direction: 'lower' }) // 0.045
 */
export function goalTarget(goal: Goal): number {
  return checkGoal('goalTarget', goal).target;
}
