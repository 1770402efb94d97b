import { DAY } from '../log/day.ts';
import { ratio } from '../numeric/ratio.ts';
import type { CheckedFigure } from './checkFigure.ts';
import { type CheckedGoal, checkFigureOf, checkGoal } from './checkGoal.ts';
import { finite } from './standing.ts';
import type { Figure, Goal } from './types.ts';

/**
 * By how much the figure has changed a day, from the baseline to now.
 *
 * (figure - baseline) / days from the baseline to the figure
 *
 * Days are of 24 hours.
 *
 * @param goal - baseline, target, due date and direction
 * @param figure - the figure now, like the baseline in all but when
 * @returns the change a day
 * @unit unit of the figure per day
 * @range any
 * @direction neither
 * @undefinedWhen the figure is of the baseline's instant, or undefined, or the numbers are too large (NaN)
 * @throws InputError `unlike-definitions`, `reversed-interval` (a figure from before the baseline), and as `goalTarget`:
 * `not-a-record`, `not-a-text`, `not-a-number`, `not-an-instant`, `not-an-attribute`, `unknown-option`, `not-an-option`,
 * `not-a-quantity`, `below-limit`, `above-limit`
 * @example
 * const definition = { metric: 'netPromoterScore' };
 * const baseline = { value: 20, at: Date.UTC(2024, 0, 1), definition };
 * const goal = { baseline, target: { value: 30 }, dueAt: Date.UTC(2024, 0, 11), direction: 'higher' as const };
 * currentPace(goal, { value: 23, at: Date.UTC(2024, 0, 7), definition }) // 0.5
 * @see {@link requiredPace}, what it has to change a day from here on
 */
export function currentPace(goal: Goal, figure: Figure): number {
  const checked = checkGoal('currentPace', goal);
  return currentPaceOf(checked, checkFigureOf('currentPace', checked, 'figure', figure));
}

/** The pace up to a figure. */
export function currentPaceOf({ baseline }: CheckedGoal, { value, at }: CheckedFigure): number {
  return finite(ratio(value - baseline.value, (at - baseline.at) / DAY));
}
