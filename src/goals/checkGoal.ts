import { checkFinite, checkInstant, checkOneOf, checkOptions, checkRecord } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { checkText } from '../log/checkText.ts';
import { type CheckedFigure, checkFigure } from './checkFigure.ts';
import { checkLike } from './checkLike.ts';
import { DIRECTIONS, type Direction } from './standing.ts';
import type { Figure, Goal, GoalDefinition, GoalTarget } from './types.ts';

/** A goal that has been checked: its target as a value, its instants in milliseconds. */
export interface CheckedGoal {
  readonly name: string | undefined;
  readonly baseline: CheckedFigure;
  readonly target: number;
  /** The target as it was given. */
  readonly given: GoalTarget;
  readonly dueAt: number;
  readonly direction: Direction;
  /** The larger of baseline and target, without its sign: rounding goes by it. */
  readonly size: number;
}

/** Refuses what is no goal, and one that its own direction calls a step back. */
export function checkGoal(metric: string, goal: Goal): CheckedGoal {
  checkRecord(metric, 'goal', goal);
  const { name, direction } = goal;
  if (name !== undefined) checkText(metric, ['goal.name'], name);
  const baseline = checkFigure(metric, 'goal.baseline', goal.baseline);
  checkFinite(metric, 'goal.baseline.value', baseline.value);
  const given = checkTarget(metric, goal.target);
  const dueAt = checkInstant(metric, 'goal.dueAt', goal.dueAt);
  if (dueAt <= baseline.at) {
    const rule = `after "goal.baseline.at" (${new Date(baseline.at).toISOString()})`;
    refuse('reversed-interval', metric, ['goal.dueAt'], rule, new Date(dueAt));
  }
  checkOneOf(metric, 'goal.direction', direction, DIRECTIONS);
  const target = targetValue(metric, given, baseline.value);
  checkSide(metric, target, baseline.value, direction);
  const size = Math.max(Math.abs(baseline.value), Math.abs(target));
  return { name, baseline, target, given, dueAt, direction, size };
}

function checkTarget(metric: string, target: GoalTarget): GoalTarget {
  checkRecord(metric, 'goal.target', target);
  checkOptions(metric, target, ['value', 'change'], 'goal.target');
  const { value, change } = target;
  if ((value === undefined) === (change === undefined))
    refuse(
      'not-an-option',
      metric,
      ['goal.target'],
      '{ value } or { change }',
      value === undefined ? 'neither' : 'both',
    );
  if (value === undefined) {
    checkFinite(metric, 'goal.target.change', change!);
    return { change: change! + 0 };
  }
  checkFinite(metric, 'goal.target.value', value);
  return { value: value + 0 };
}

function targetValue(metric: string, { value, change }: GoalTarget, baseline: number): number {
  if (change !== undefined && baseline === 0) {
    const rule = 'other than 0 for a target that is a change of it';
    refuse('not-a-quantity', metric, ['goal.baseline.value'], rule, baseline);
  }
  const target = change === undefined ? value! : baseline + baseline * change;
  // Nothing on the way from one to the other can then be too large.
  if (!Number.isFinite(target - baseline))
    refuse('not-a-number', metric, ['goal.target'], 'at a finite distance from the baseline', target);
  return target;
}

function checkSide(metric: string, target: number, baseline: number, direction: Direction): void {
  if (direction === 'higher' && target < baseline)
    refuse('below-limit', metric, ['goal.target'], `at least the baseline (${baseline}): higher is better`, target);
  if (direction === 'lower' && target > baseline)
    refuse('above-limit', metric, ['goal.target'], `at most the baseline (${baseline}): lower is better`, target);
}

/** Refuses a figure that cannot be held against the goal: unlike its baseline, or of a time before it. */
export function checkFigureOf(metric: string, goal: CheckedGoal, name: string, figure: Figure): CheckedFigure {
  const checked = checkFigure(metric, name, figure);
  checkFrom(metric, goal, `${name}.at`, checked.at);
  const own = { name: `${name}.definition`, definition: checked.definition };
  checkLike(metric, own, { name: 'goal.baseline.definition', definition: goal.baseline.definition });
  return checked;
}

/** Refuses an instant before the goal begins. */
export function checkFrom(metric: string, { baseline }: CheckedGoal, name: string, at: number): void {
  if (at >= baseline.at) return;
  const rule = `at or after "goal.baseline.at" (${new Date(baseline.at).toISOString()})`;
  refuse('reversed-interval', metric, [name], rule, new Date(at));
}

/** The goal as plain data. */
export function definitionOf({ name, baseline, given, dueAt, direction }: CheckedGoal): GoalDefinition {
  const { value, at, definition } = baseline;
  return { name, baseline: { value, at, definition }, target: given, dueAt, direction, pace: 'straight' };
}
