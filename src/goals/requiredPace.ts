import { DAY } from '../log/day.ts';
import { ratio } from '../numeric/ratio.ts';
import type { CheckedFigure } from './checkFigure.ts';
import { type CheckedGoal, checkFigureOf, checkGoal } from './checkGoal.ts';
import { finite } from './standing.ts';
import type { Figure, Goal } from './types.ts';

/**
 * By how much the figure has to change a day, from now to the due date, to reach the target.
 *
 * (target - figure) / days from the figure to the due date
 *
 * Days are of 24 hours. Below 0 where the figure has to fall, or may.
 *
 * @param goal - baseline, target, due date and direction
 * @param figure - the figure now, like the baseline in all but when
 * @returns the change a day
 * @unit unit of the figure per day
 * @range any
 * @direction neither
 * @undefinedWhen the due date has come, or the figure is undefined, or the numbers are too large (NaN)
 * @throws InputError `unlike-definitions`, `reversed-interval` (a figure from before the baseline), and as `goalTarget`:
 * `not-a-record`, `not-a-text`, `not-a-number`, `not-an-instant`, `not-an-attribute`, `unknown-option`, `not-an-option`,
 * `not-a-quantity`, `below-limit`, `above-limit`
 * @example
 * const definition = { metric: 'netPromoterScore' };
 * const baseline = { value: 20, at: Date.UTC(2024, 0, 1), definition };
 * const goal = { baseline, target: { value: 30 }, dueAt: Date.UTC(2024, 0, 11), direction: 'higher' as const };
 * requiredPace(goal, { value: 22, at: Date.UTC(2024, 0, 7), definition }) // 2
 * @see {@link currentPace}, what it has changed a day so far
 */
export function requiredPace(goal: Goal, figure: Figure): number {
  const checked = checkGoal('requiredPace', goal);
  return requiredPaceOf(checked, checkFigureOf('requiredPace', checked, 'figure', figure));
}

/** The pace from a figure on. */
export function requiredPaceOf({ target, dueAt }: CheckedGoal, { value, at }: CheckedFigure): number {
  return at < dueAt ? finite(ratio(target - value, (dueAt - at) / DAY)) : Number.NaN;
}
