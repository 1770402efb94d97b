import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectedValue } from '../../src/goals/expectedValue.ts';
import { goalTarget } from '../../src/goals/goalTarget.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { nearestDouble } from '../rates/exact.ts';
import { exactly } from './fractions.ts';
import { anyGoal, DAY, figure, goal, mirrored, START } from './goals.ts';
import { refusesGoals } from './refusals.ts';

const GOAL = goal({ from: 20, to: 30 });
const at = (days: number) => ({ at: START + days * DAY });

describe('expectedValue', () => {
  test('moves from the baseline to the target by the same step every day', () => {
    expect([0, 1, 4, 5, 10].map((days) => expectedValue(GOAL, at(days)))).toEqual([20, 21, 24, 25, 30]);
    expect(expectedValue(goal({ from: 8, to: 4, days: 100 }), at(25))).toBe(7);
    expect(expectedValue(GOAL, { at: new Date(START + DAY / 2) })).toBe(20.5);
  });

  test('is the target from the due date on, exactly', () => {
    const odd = goal({ from: 0.1, to: 0.3, days: 7 });
    for (const days of [7, 8, 700]) expect(expectedValue(odd, at(days))).toBe(0.3);
  });

  test('is the baseline throughout where that is to be held', () => {
    const held = goal({ from: 0.1, to: 0.1, days: 7 });
    for (let days = 0; days < 9; days++) expect(expectedValue(held, at(days))).toBe(0.1);
  });

  test('has no sign where it is 0', () => {
    expect(expectedValue(goal({ from: -0, to: -0 }), at(3))).toBe(0);
    expect(expectedValue(goal({ from: -5, to: 5 }), at(5))).toBe(0);
  });

  test('refuses an instant before the baseline, one that is none, and an option that it does not know', () => {
    expect(refusalOf(() => expectedValue(GOAL, { at: START - 1 })).message).toBe(
      'expectedValue: "at" must be at or after "goal.baseline.at" (2024-01-01T00:00:00.000Z); received 2023-12-31T23:59:59.999Z',
    );
    expect(refusalOf(() => expectedValue(GOAL, {} as never))).toMatchObject({ code: 'not-an-instant', path: ['at'] });
    expect(refusalOf(() => expectedValue(GOAL, undefined as never)).code).toBe('not-a-record');
    expect(refusalOf(() => expectedValue(GOAL, { ...at(1), on: 5 } as never))).toMatchObject({
      ...{ code: 'unknown-option', received: '"on"' },
    });
  });

  test('keeps within 8 roundings of the larger end of the exact value, at any instant', () => {
    const end = fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.double({ min: -1e6, max: 1e6, noNaN: true }));
    const [days, part] = [fc.integer({ min: 1, max: 1000 }), fc.double({ min: 0, max: 1, noNaN: true })];
    fc.assert(
      fc.property(end, end, days, part, (from, to, due, gone) => {
        const one = goal({ from, to, days: due });
        const then = figure(0, gone * due);
        const found = expectedValue(one, { at: then.at });
        const size = Math.max(Math.abs(from), Math.abs(to));
        const exact = nearestDouble(exactly(one, then).expectedValue());
        expect(Math.abs(found - exact)).toBeLessThanOrEqual(8 * 2 ** -53 * size);
      }),
      runs(2000),
    );
  });

  test('lies between the baseline and the target and never turns round', () => {
    fc.assert(
      fc.property(anyGoal, fc.array(fc.nat(500), { maxLength: 20 }), (one, days) => {
        const [from, to] = [one.baseline.value, goalTarget(one)];
        const values = days.sort((a, b) => a - b).map((day) => expectedValue(one, at(day)));
        const steps = [from, ...values, to].map((value) => (to >= from ? value : -value));
        expect(steps).toEqual([...steps].sort((a, b) => a - b));
      }),
      runs(1000),
    );
  });

  test('of a mirrored goal is the mirrored value', () => {
    fc.assert(
      fc.property(anyGoal, fc.nat(500), (one, days) => {
        expect(expectedValue(mirrored(one), at(days)) + 0).toBe(-expectedValue(one, at(days)) + 0);
      }),
      runs(1000),
    );
  });
});

refusesGoals('expectedValue', (one) => expectedValue(one, at(3)));
