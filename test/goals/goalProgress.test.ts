import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { goalProgress } from '../../src/goals/goalProgress.ts';
import { goalTarget } from '../../src/goals/goalTarget.ts';
import { runs } from '../laws/runs.ts';
import { nearestDouble, ulpsOff } from '../rates/exact.ts';
import { exactly } from './fractions.ts';
import { anyGoal, figure, goal, goalAndFigure, mirrored, negated } from './goals.ts';
import { refusesOtherFigures } from './refusals.ts';

describe('goalProgress', () => {
  test('is the share of the way that is done, whichever way is better', () => {
    expect(goalProgress(goal({ from: 20, to: 30 }), figure(25, 3))).toBe(0.5);
    expect(goalProgress(goal({ from: 8, to: 4 }), figure(7, 3))).toBe(0.25);
    // From 0.06 to 0.04 there are 0.02, of which 0.005 are done.
    expect(goalProgress(goal({ from: 0.06, to: 0.04 }), figure(0.055, 3))).toBeCloseTo(0.25, 14);
  });

  test('is below 0 where things got worse and above 1 beyond the target: nothing is cut off', () => {
    expect(goalProgress(goal({ from: 8, to: 4 }), figure(9, 3))).toBe(-0.25);
    expect(goalProgress(goal({ from: 8, to: 4 }), figure(3, 3))).toBe(1.25);
  });

  test('does not ask when: after the due date it is the same', () => {
    const one = goal({ from: 8, to: 4 });
    expect(goalProgress(one, figure(7, 300))).toBe(goalProgress(one, figure(7, 0)));
  });

  test('is NaN where the baseline is to be held: there is no way to go', () => {
    expect(goalProgress(goal({ from: 8, to: 8 }), figure(7, 3))).toBeNaN();
    expect(goalProgress(goal({ from: 8, to: 8 }), figure(8, 3))).toBeNaN();
  });

  test('is NaN where the figure is, and where it is too large for a number', () => {
    expect(goalProgress(goal({ from: 8, to: 4 }), figure(Number.NaN, 3))).toBeNaN();
    expect(goalProgress(goal({ from: 0, to: 1e-300 }), figure(1e300, 3))).toBeNaN();
    expect(goalProgress(goal({ from: -1e308, to: 0 }), figure(1e308, 3))).toBeNaN();
  });

  test('is 0 at the baseline, without a sign, and 1 at the target', () => {
    fc.assert(
      fc.property(anyGoal, fc.nat(100), (one, days) => {
        const target = goalTarget(one);
        fc.pre(target !== one.baseline.value);
        expect(goalProgress(one, { ...one.baseline, at: (one.baseline.at as number) + days })).toBe(0);
        expect(goalProgress(one, figure(target, days))).toBe(1);
      }),
      runs(1000),
    );
  });

  test('is correctly rounded for whole numbers', () => {
    const whole = fc.integer({ min: -(2 ** 51), max: 2 ** 51 });
    fc.assert(
      fc.property(whole, whole, whole, (from, to, value) => {
        fc.pre(from !== to);
        const [one, now] = [goal({ from, to }), figure(value, 3)];
        expect(goalProgress(one, now)).toBe(nearestDouble(exactly(one, now).progress()));
      }),
      runs(3000),
    );
  });

  test('keeps within 2 units in the last place for any other', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 1e-9);
    fc.assert(
      fc.property(share, share, share, (from, to, value) => {
        fc.pre(from !== to && value !== from);
        const [one, now] = [goal({ from, to }), figure(value, 3)];
        expect(ulpsOff(goalProgress(one, now), exactly(one, now).progress())).toBeLessThanOrEqual(2);
      }),
      runs(2000),
    );
  });

  test('is the same for the mirrored goal: values negated, the other way better', () => {
    fc.assert(
      fc.property(goalAndFigure, ([one, now]) => {
        expect(goalProgress(mirrored(one), negated(now))).toBe(goalProgress(one, now));
      }),
      runs(1000),
    );
  });
});

refusesOtherFigures('goalProgress', 'figure', goalProgress);
