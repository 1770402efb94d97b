import { ratio } from '../numeric/ratio.ts';
import { type CheckedGoal, checkFigureOf, checkGoal } from './checkGoal.ts';
import { finite } from './standing.ts';
import type { Figure, Goal } from './types.ts';

/**
 * How much of the way from the baseline to the target is done.
 *
 * (figure - baseline) / (target - baseline)
 *
 * Below 0 where things got worse, above 1 beyond the target; the same whichever way is better.
 *
 * @param goal - baseline, target, due date and direction
 * @param figure - the figure now, like the baseline in all but when
 * @returns 0 at the baseline, 1 at the target
 * @unit fraction
 * @range any
 * @direction higher is better
 * @undefinedWhen the target is the baseline, or the figure is undefined, or the numbers are too large (NaN)
 * @throws InputError `unlike-definitions`, `reversed-interval` (a figure from before the baseline), and as `goalTarget`:
 * `not-a-record`, `not-a-text`, `not-a-number`, `not-an-instant`, `not-an-attribute`, `unknown-option`, `not-an-option`,
 * `not-a-quantity`, `below-limit`, `above-limit`
 * @example
 * const definition = { metric: 'churnRate' };
 * const baseline = { value: 0.06, at: Date.UTC(2024, 3, 1), definition };
 * const goal = { baseline, target: { value: 0.04 }, dueAt: Date.UTC(2024, 6, 1), direction: 'lower' as const };
 * goalProgress(goal, { value: 0.055, at: Date.UTC(2024, 4, 1), definition }) // 0.25
 */
export function goalProgress(goal: Goal, figure: Figure): number {
  const checked = checkGoal('goalProgress', goal);
  return progressOf(checked, checkFigureOf('goalProgress', checked, 'figure', figure).value);
}

/** The progress at a value. */
export function progressOf({ baseline, target }: CheckedGoal, value: number): number {
  return finite(ratio(value - baseline.value, target - baseline.value));
}
