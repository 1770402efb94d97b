// Goals worked out in exact fractions: an oracle that does not round.
import type { Figure, Goal } from '../../src/goals/types.ts';
import { type Fraction, fractionOf } from '../rates/exact.ts';

export type { Fraction };

export function minus(one: Fraction, other: Fraction): Fraction {
  return {
    numerator: one.numerator * other.denominator - other.numerator * one.denominator,
    denominator: one.denominator * other.denominator,
  };
}

export function plus(one: Fraction, other: Fraction): Fraction {
  return minus(one, { ...other, numerator: -other.numerator });
}

export function times(one: Fraction, other: Fraction): Fraction {
  return { numerator: one.numerator * other.numerator, denominator: one.denominator * other.denominator };
}

/** The denominator stays above 0. */
export function over(one: Fraction, other: Fraction): Fraction {
  const sign = other.numerator < 0n ? -1n : 1n;
  return {
    numerator: sign * one.numerator * other.denominator,
    denominator: sign * one.denominator * other.numerator,
  };
}

/** Whole days between two instants of a goal that is laid out in whole days. */
function days(from: Figure['at'], to: Figure['at']): Fraction {
  return { numerator: BigInt(Number(to) - Number(from)), denominator: 86_400_000n };
}

/** The parts of a goal with a target that is a value, and of a figure, as fractions. */
export function exactly(goal: Goal, figure: Figure) {
  const baseline = fractionOf(goal.baseline.value);
  const target = fractionOf(goal.target.value!);
  const value = fractionOf(figure.value);
  const [done, gone] = [minus(value, baseline), days(goal.baseline.at, figure.at)];
  return {
    progress: () => over(done, minus(target, baseline)),
    currentPace: () => over(done, gone),
    requiredPace: () => over(minus(target, value), days(figure.at, goal.dueAt)),
    expectedValue: () => plus(baseline, times(minus(target, baseline), over(gone, days(goal.baseline.at, goal.dueAt)))),
    value,
  };
}
