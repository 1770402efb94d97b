// Goals and figures to try things out on.
import fc from 'fast-check';
import type { Figure, Goal, GoalTarget } from '../../src/goals/types.ts';

export const DAY = 86_400_000;
/** The instant of baselines. */
export const START = Date.UTC(2024, 0, 1);
export const DEFINITION = { metric: 'netPromoterScore', basis: 'answers' } as const;

/** A figure so many days after the start. */
export function figure(value: number, days: number, more: Partial<Figure> = {}): Figure {
  return { value, at: START + Math.round(days * DAY), definition: DEFINITION, ...more };
}

/** A goal from a value to a value, due in so many days, in the direction in which the target lies: up where it is there. */
export function goal({ from, to, days = 10 }: { from: number; to: number; days?: number }): Goal {
  const direction = to >= from ? 'higher' : 'lower';
  return { baseline: figure(from, 0), target: { value: to }, dueAt: START + days * DAY, direction };
}

/** The same with every value negated and the other way better. */
export function mirrored(one: Goal): Goal {
  const { value, change } = one.target;
  const target: GoalTarget = change === undefined ? { value: -value! } : { change };
  const direction = one.direction === 'higher' ? 'lower' : 'higher';
  return { ...one, baseline: negated(one.baseline), target, direction };
}

/** The figure with its value and its interval negated. */
export function negated({ interval, ...one }: Figure): Figure {
  const ends = interval && { interval: { lower: -interval.upper, upper: -interval.lower } };
  return { ...one, value: -one.value, ...ends };
}

/** Values as metrics give them: shares, points, money, and what is as large or small as numbers go. */
export const anyValue = fc.oneof(
  fc.integer({ min: -100, max: 100 }),
  fc.integer({ min: -1000, max: 1000 }).map((thousandths) => thousandths / 1000),
  fc.double({ min: -1e9, max: 1e9, noNaN: true }),
  fc.double({ min: -8e307, max: 8e307, noNaN: true }),
);

/** Goals of either direction, with targets of either kind, and some that hold the baseline. */
export const anyGoal: fc.Arbitrary<Goal> = fc
  .record({
    from: anyValue,
    to: anyValue,
    kind: fc.constantFrom('value', 'value', 'change', 'hold'),
    change: fc.double({ min: -1, max: 1, noNaN: true }),
    direction: fc.constantFrom('higher', 'lower'),
    days: fc.integer({ min: 1, max: 400 }),
  })
  .map(({ from, to, kind, change, direction, days }) => {
    if (kind === 'change' && from !== 0) {
      const target = { change };
      const upward = change === 0 ? direction : change > 0 === from > 0 ? 'higher' : 'lower';
      return { ...goal({ from, to: from, days }), target, direction: upward };
    }
    if (kind === 'hold') return { ...goal({ from, to: from, days }), direction };
    return goal({ from, to, days });
  });

/** A figure after the start, rarely an undefined one. */
export const anyFigure: fc.Arbitrary<Figure> = fc
  .tuple(fc.oneof({ weight: 20, arbitrary: anyValue }, fc.constant(Number.NaN)), fc.nat(500))
  .map(([value, days]) => figure(value, days));

export const goalAndFigure: fc.Arbitrary<readonly [Goal, Figure]> = fc.tuple(anyGoal, anyFigure);
