import { DAY } from '../log/day.ts';
import type { CheckedFigure } from './checkFigure.ts';
import { type CheckedGoal, checkFigureOf, checkGoal, definitionOf } from './checkGoal.ts';
import { currentPaceOf } from './currentPace.ts';
import { expectedAt } from './expectedValue.ts';
import { progressOf } from './goalProgress.ts';
import { requiredPaceOf } from './requiredPace.ts';
import { finite, isAsGood, isWithin } from './standing.ts';
import type { Figure, Goal, GoalDefinition } from './types.ts';

/** A figure held against a goal. */
export interface GoalReading {
  /** The instant of the figure, in epoch milliseconds. */
  readonly at: number;
  /** The figure. */
  readonly value: number;
  /** The value to be reached. */
  readonly target: number;
  /** How much of the way is done: 0 at the baseline, 1 at the target; NaN where the baseline is to be held. */
  readonly progress: number;
  /** Where a straight pace would be. */
  readonly expectedValue: number;
  /** The figure less the expected value: where lower is better, below 0 is ahead. */
  readonly gap: number;
  /** Change a day from the baseline to the figure. */
  readonly currentPace: number;
  /** Change a day that it takes from the figure to the due date; NaN from that on. */
  readonly requiredPace: number;
  /** Days of 24 hours from the figure to the due date; below 0 after it. */
  readonly daysLeft: number;
  /**
   * Whether the figure is at least as good as expected. `'unclear'`: its interval holds the expected value, or it is
   * undefined.
   */
  readonly onTrack: 'yes' | 'no' | 'unclear';
  /**
   * `'reached'`: the figure is at least as good as the target, of this instant: before the due date it may fall back.
   * `'missed'`: it is not, and the due date has come. `'unclear'`: the due date has come and the figure is undefined.
   * `'open'`: none of these; a baseline that is to be held is open until the due date.
   */
  readonly outcome: 'open' | 'reached' | 'missed' | 'unclear';
}

/** How a goal stands. */
export interface GoalStatus extends GoalReading {
  /** What it rests on: the goal. */
  readonly definition: GoalDefinition;
}

/**
 * How a goal stands at a figure: how far it has come, where it should be, at what pace it moves and has to move.
 *
 * @param goal - baseline, target, due date and direction
 * @param figure - the figure now, like the baseline in all but when; with an interval, where it has one
 * @returns the figure against the goal
 * @throws InputError `unlike-definitions`, `reversed-interval` (a figure from before the baseline), and as `goalTarget`:
 * `not-a-record`, `not-a-text`, `not-a-number`, `not-an-instant`, `not-an-attribute`, `unknown-option`, `not-an-option`,
 * `not-a-quantity`, `below-limit`, `above-limit`
 * @example
 * const definition = { metric: 'netPromoterScore' };
 * const baseline = { value: 20, at: Date.UTC(2024, 0, 1), definition };
 * const goal = { baseline, target: { value: 30 }, dueAt: Date.UTC(2024, 0, 11), direction: 'higher' as const };
 * const interval = { lower: 16, upper: 28 };
 * const status = goalStatus(goal, { value: 22, at: Date.UTC(2024, 0, 7), definition, interval });
 * [status.expectedValue, status.gap, status.requiredPace, status.daysLeft] // [26, -4, 2, 4]
 * status.onTrack // 'unclear'
 * @see {@link goalSeries}, several figures in order of time
 */
export function goalStatus(goal: Goal, figure: Figure): GoalStatus {
  const checked = checkGoal('goalStatus', goal);
  const reading = readingOf(checked, checkFigureOf('goalStatus', checked, 'figure', figure));
  return { ...reading, definition: definitionOf(checked) };
}

/** A checked figure against a checked goal. */
export function readingOf(goal: CheckedGoal, figure: CheckedFigure): GoalReading {
  const { value, at } = figure;
  const expected = expectedAt(goal, at);
  return {
    at,
    value,
    target: goal.target,
    progress: progressOf(goal, value),
    expectedValue: expected,
    gap: finite(value - expected),
    currentPace: currentPaceOf(goal, figure),
    requiredPace: requiredPaceOf(goal, figure),
    daysLeft: (goal.dueAt - at) / DAY,
    onTrack: trackOf(goal, figure, expected),
    outcome: outcomeOf(goal, figure),
  };
}

function trackOf({ direction, size }: CheckedGoal, figure: CheckedFigure, expected: number): GoalReading['onTrack'] {
  if (Number.isNaN(figure.value) || isWithin(expected, figure.interval)) return 'unclear';
  return isAsGood(figure.value, expected, direction, size) ? 'yes' : 'no';
}

function outcomeOf(goal: CheckedGoal, { value, at }: CheckedFigure): GoalReading['outcome'] {
  const isDue = at >= goal.dueAt;
  if (Number.isNaN(value)) return isDue ? 'unclear' : 'open';
  const isReached = isAsGood(value, goal.target, goal.direction, goal.size);
  // Holding is done on the last day, not on the first.
  if (isReached && (isDue || goal.target !== goal.baseline.value)) return 'reached';
  return isDue ? 'missed' : 'open';
}
