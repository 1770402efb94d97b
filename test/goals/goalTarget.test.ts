import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { goalTarget } from '../../src/goals/goalTarget.ts';
import { runs } from '../laws/runs.ts';
import { fractionOf, nearestDouble } from '../rates/exact.ts';
import { plus, times } from './fractions.ts';
import { anyGoal, figure, goal, mirrored, START } from './goals.ts';
import { refusesGoals } from './refusals.ts';

const CHURN = {
  ...{ baseline: figure(0.05, 0), target: { change: -0.1 }, dueAt: START + 1 },
  direction: 'lower' as const,
};

describe('goalTarget', () => {
  test('is the value where a value is given', () => {
    expect(goalTarget(goal({ from: 20, to: 30 }))).toBe(30);
    expect(goalTarget(goal({ from: 20, to: 20 }))).toBe(20);
    expect(goalTarget(goal({ from: 20, to: -5 }))).toBe(-5);
  });

  test('is the baseline changed by a share of itself where a change is given: 5 % cut by a tenth is 4.5 %', () => {
    expect(goalTarget(CHURN)).toBe(0.045);
    expect(goalTarget({ ...CHURN, target: { change: 0.1 }, direction: 'higher' })).toBeCloseTo(0.055, 15);
    expect(goalTarget({ ...CHURN, target: { change: -1 } })).toBe(0);
    expect(goalTarget({ ...CHURN, target: { change: 0 } })).toBe(0.05);
  });

  test('takes a change for a share of what is there, below 0 too: a loss of 20 cut by a tenth is one of 18', () => {
    const loss = { ...CHURN, baseline: figure(-20, 0), direction: 'higher' as const };
    expect(goalTarget(loss)).toBe(-18);
    expect(() => goalTarget({ ...loss, target: { change: 0.1 } })).toThrow('higher is better; received -22');
  });

  test('is 0 and not -0, of a target of -0 as of a loss cut to nothing', () => {
    expect(goalTarget(goal({ from: 5, to: -0 }))).toBe(0);
    expect(goalTarget({ ...CHURN, baseline: figure(-20, 0), target: { change: -1 }, direction: 'higher' })).toBe(0);
  });

  test('lets a target field that is undefined count as not given', () => {
    expect(goalTarget({ ...CHURN, target: { value: 0.04, change: undefined } as never })).toBe(0.04);
    expect(goalTarget({ ...CHURN, target: { value: undefined, change: -0.5 } as never })).toBe(0.025);
  });

  test('takes dates and milliseconds alike, and fields that it does not know', () => {
    const dated = { ...CHURN, baseline: { ...CHURN.baseline, at: new Date(START) }, dueAt: new Date(START + 1) };
    expect(goalTarget({ ...dated, owner: 'ada' } as never)).toBe(0.045);
  });

  test('keeps within 3 roundings of the exact value, whatever the baseline and the change', () => {
    const anyBaseline = fc.double({ min: -1e9, max: 1e9, noNaN: true }).filter((value) => Math.abs(value) > 1e-9);
    fc.assert(
      fc.property(anyBaseline, fc.double({ min: -2, max: 2, noNaN: true }), (value, change) => {
        const direction = value * change >= 0 ? 'higher' : 'lower';
        const found = goalTarget({ ...CHURN, baseline: figure(value, 0), target: { change }, direction });
        const exact = nearestDouble(times(fractionOf(value), plus(fractionOf(1), fractionOf(change))));
        // One rounding of the product, one of the sum, one of the oracle, each of at most this size.
        const size = Math.abs(value) * (1 + Math.abs(change));
        expect(Math.abs(found - exact)).toBeLessThanOrEqual(3 * 2 ** -53 * size);
      }),
      runs(2000),
    );
  });

  test('of a mirrored goal is the mirrored target', () => {
    fc.assert(
      fc.property(anyGoal, (one) => {
        expect(goalTarget(mirrored(one)) + 0).toBe(-goalTarget(one) + 0);
      }),
      runs(1000),
    );
  });
});

refusesGoals('goalTarget', goalTarget);
