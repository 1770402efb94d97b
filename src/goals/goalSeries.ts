import { refuse } from '../core/errors.ts';
import { checkFigureOf, checkGoal, definitionOf } from './checkGoal.ts';
import { type GoalReading, readingOf } from './goalStatus.ts';
import type { Figure, Goal, GoalDefinition } from './types.ts';

/** Several figures held against a goal. */
export interface GoalSeries {
  /** One record a figure, in order of time. */
  readonly readings: readonly GoalReading[];
  /** What they rest on: the goal. */
  readonly definition: GoalDefinition;
}

const METRIC = 'goalSeries';

/**
 * How a goal stood at each of several figures.
 *
 * @param goal - baseline, target, due date and direction
 * @param figures - figures like the baseline in all but when, each later than the one before
 * @returns one record a figure, as `goalStatus` has it
 * @throws InputError `not-rows`, `unlike-definitions`, `reversed-interval` (a figure from before the baseline, or not later
 * than the one before), and as `goalTarget`: `not-a-record`, `not-a-text`, `not-a-number`, `not-an-instant`,
 * `not-an-attribute`, `unknown-option`, `not-an-option`, `not-a-quantity`, `below-limit`, `above-limit`
 * @example
 * const definition = { metric: 'netPromoterScore' };
 * const day = (date: number): number => Date.UTC(2024, 0, date);
 * const baseline = { value: 20, at: day(1), definition };
 * const goal = { baseline, target: { value: 30 }, dueAt: day(11), direction: 'higher' as const };
 * const { readings } = goalSeries(goal, [
 *   { value: 23, at: day(3), definition },
 *   { value: 24, at: day(7), definition },
 *   { value: 31, at: day(11), definition },
 * ]);
 * readings.map((one) => [one.expectedValue, one.onTrack, one.outcome])
 * // [[22, 'yes', 'open'], [26, 'no', 'open'], [30, 'yes', 'reached']]
 */
export function goalSeries(goal: Goal, figures: readonly Figure[]): GoalSeries {
  const checked = checkGoal(METRIC, goal);
  if (!Array.isArray(figures)) refuse('not-rows', METRIC, ['figures'], 'an array of figures', figures);
  const readings: GoalReading[] = [];
  for (let place = 0; place < figures.length; place++) {
    const reading = readingOf(checked, checkFigureOf(METRIC, checked, `figures[${place}]`, figures[place]!));
    const before = readings.at(-1);
    if (before !== undefined && reading.at <= before.at) {
      const rule = `after the one before (${new Date(before.at).toISOString()})`;
      refuse('reversed-interval', METRIC, [`figures[${place}].at`], rule, new Date(reading.at));
    }
    readings.push(reading);
  }
  return { readings, definition: definitionOf(checked) };
}
