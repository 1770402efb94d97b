import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currentPace } from '../../src/goals/currentPace.ts';
import { requiredPace } from '../../src/goals/requiredPace.ts';
import { runs } from '../laws/runs.ts';
import { ulpsOff } from '../rates/exact.ts';
import { exactly } from './fractions.ts';
import { DAY, figure, goal, goalAndFigure, mirrored, negated, START } from './goals.ts';
import { refusesOtherFigures } from './refusals.ts';

const GOAL = goal({ from: 20, to: 30 });
const CHURN = goal({ from: 8, to: 4 });

describe('requiredPace', () => {
  test('is what is missing over the days that are left', () => {
    expect(requiredPace(GOAL, figure(22, 6))).toBe(2);
    expect(requiredPace(GOAL, figure(20, 0))).toBe(1);
    expect(requiredPace(CHURN, figure(7, 4))).toBe(-0.5);
  });

  test('counts days of 24 hours, in parts too', () => {
    expect(requiredPace(GOAL, figure(25, 9.5))).toBe(10);
    expect(requiredPace(GOAL, { ...figure(25, 0), at: new Date(START + 9.75 * DAY) })).toBe(20);
  });

  test('beyond the target is what the figure may fall back by', () => {
    expect(requiredPace(GOAL, figure(34, 8))).toBe(-2);
    expect(requiredPace(CHURN, figure(3, 8))).toBe(0.5);
  });

  test('is 0 at the target, without a sign', () => {
    expect(requiredPace(GOAL, figure(30, 8))).toBe(0);
    expect(requiredPace(goal({ from: 5e-324, to: 0, days: 400 }), figure(5e-324, 0))).toBe(0);
  });

  test('is NaN on the due date and after it, for an undefined figure, and where it is too large for a number', () => {
    for (const days of [10, 10.5, 300]) expect(requiredPace(GOAL, figure(22, days))).toBeNaN();
    expect(requiredPace(GOAL, figure(Number.NaN, 6))).toBeNaN();
    expect(requiredPace(goal({ from: 0, to: 1e308 }), figure(-1e308, 6))).toBeNaN();
    expect(requiredPace(goal({ from: 0, to: 1e308 }), figure(0, 10 - 1 / DAY))).toBeNaN();
  });
});

describe('currentPace', () => {
  test('is what has changed over the days that are gone', () => {
    expect(currentPace(GOAL, figure(23, 6))).toBe(0.5);
    expect(currentPace(CHURN, figure(7, 4))).toBe(-0.25);
    expect(currentPace(GOAL, figure(20, 4))).toBe(0);
    expect(currentPace(GOAL, figure(21, 0.5))).toBe(2);
  });

  test('goes on after the due date', () => {
    expect(currentPace(GOAL, figure(40, 20))).toBe(1);
  });

  test('is NaN at the instant of the baseline, whatever the figure, and for an undefined one', () => {
    for (const value of [20, 25, Number.NaN]) expect(currentPace(GOAL, figure(value, 0))).toBeNaN();
    expect(currentPace(GOAL, figure(Number.NaN, 6))).toBeNaN();
    expect(currentPace(goal({ from: -1e308, to: 0 }), figure(1e308, 6))).toBeNaN();
  });
});

describe('the two paces', () => {
  test('add up: figure and required pace for the days left make the target, current pace leads from baseline to figure', () => {
    const value = fc.integer({ min: -1e6, max: 1e6 }).map((thousandths) => thousandths / 1000);
    const days = fc.integer({ min: 1, max: 300 });
    fc.assert(
      fc.property(value, value, value, days, days, (from, to, now, gone, left) => {
        const one = goal({ from, to, days: gone + left });
        const near = 1e-15 * 8 * Math.max(Math.abs(from), Math.abs(to), Math.abs(now));
        expect(Math.abs(now + requiredPace(one, figure(now, gone)) * left - to)).toBeLessThanOrEqual(near);
        expect(Math.abs(from + currentPace(one, figure(now, gone)) * gone - now)).toBeLessThanOrEqual(near);
      }),
      runs(2000),
    );
  });

  test('keep within 3 units in the last place of exact fractions, at any millisecond', () => {
    const value = fc.double({ min: 1e-9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(value, value, value, fc.integer({ min: 1, max: 864_000_000 - 1 }), (from, to, now, milliseconds) => {
        fc.pre(now !== from && now !== to);
        const one = goal({ from, to });
        const then = { ...figure(now, 0), at: START + milliseconds };
        const exact = exactly(one, then);
        expect(ulpsOff(requiredPace(one, then), exact.requiredPace())).toBeLessThanOrEqual(3);
        expect(ulpsOff(currentPace(one, then), exact.currentPace())).toBeLessThanOrEqual(3);
      }),
      runs(2000),
    );
  });

  test('of a mirrored goal are the mirrored paces', () => {
    fc.assert(
      fc.property(goalAndFigure, ([one, now]) => {
        expect(requiredPace(mirrored(one), negated(now)) + 0).toBe(-requiredPace(one, now) + 0);
        expect(currentPace(mirrored(one), negated(now)) + 0).toBe(-currentPace(one, now) + 0);
      }),
      runs(1000),
    );
  });
});

refusesOtherFigures('requiredPace', 'figure', requiredPace);
refusesOtherFigures('currentPace', 'figure', currentPace);
