import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currentPace } from '../../src/goals/currentPace.ts';
import { expectedValue } from '../../src/goals/expectedValue.ts';
import { goalProgress } from '../../src/goals/goalProgress.ts';
import { goalStatus } from '../../src/goals/goalStatus.ts';
import { goalTarget } from '../../src/goals/goalTarget.ts';
import { requiredPace } from '../../src/goals/requiredPace.ts';
import type { Figure, Goal } from '../../src/goals/types.ts';
import { proportionInterval } from '../../src/statistics/proportionInterval.ts';
import { deepFrozen } from '../laws/deepFrozen.ts';
import { runs } from '../laws/runs.ts';
import { anyGoal, DAY, DEFINITION, figure, goal, goalAndFigure, mirrored, negated, START } from './goals.ts';
import { refusesOtherFigures } from './refusals.ts';

const RISING = goal({ from: 20, to: 30 });
const FALLING = goal({ from: 8, to: 4 });
const HELD = goal({ from: 20, to: 20 });
const verdicts = (one: Goal, now: Figure) => {
  const { onTrack, outcome } = goalStatus(one, now);
  return [onTrack, outcome];
};

describe('goalStatus', () => {
  test('says all of a goal at once', () => {
    // Six of ten days gone: 26 expected of the way from 20 to 30, 22 there; 8 missing in 4 days.
    expect(goalStatus({ ...RISING, name: 'love' }, figure(22, 6))).toStrictEqual({
      at: START + 6 * DAY,
      value: 22,
      target: 30,
      progress: 0.2,
      expectedValue: 26,
      gap: -4,
      currentPace: 2 / 6,
      requiredPace: 2,
      daysLeft: 4,
      onTrack: 'no',
      outcome: 'open',
      definition: {
        name: 'love',
        baseline: { value: 20, at: START, definition: DEFINITION },
        target: { value: 30 },
        dueAt: START + 10 * DAY,
        direction: 'higher',
        pace: 'straight',
      },
    });
  });

  test('says of a goal by change what the change comes to, and keeps the change as it was given', () => {
    const tenth: Goal = { ...FALLING, target: { change: -0.1 } };
    const { target, definition } = goalStatus(tenth, figure(8, 1));
    expect([target, definition.target]).toStrictEqual([7.2, { change: -0.1 }]);
  });

  test('says of a goal without a name that it has none', () => {
    expect(goalStatus(RISING, figure(22, 6)).definition).toHaveProperty('name', undefined);
  });

  test('has a gap below 0 where a figure that should fall is ahead', () => {
    // Five of ten days gone: 6 expected of the way from 8 to 4.
    expect(goalStatus(FALLING, figure(5, 5))).toMatchObject({ gap: -1, onTrack: 'yes' });
    expect(goalStatus(FALLING, figure(7, 5))).toMatchObject({ gap: 1, onTrack: 'no' });
  });

  test('counts the days after the due date below 0, and expects the target there', () => {
    const late = { daysLeft: -2.5, expectedValue: 30, requiredPace: Number.NaN };
    expect(goalStatus(RISING, figure(22, 12.5))).toMatchObject(late);
  });

  test('tells from the figures alone where nothing says how sure they are', () => {
    expect([25.9, 26, 26.1].map((value) => goalStatus(RISING, figure(value, 6)).onTrack)).toEqual(['no', 'yes', 'yes']);
    expect([5.9, 6, 6.1].map((value) => goalStatus(FALLING, figure(value, 5)).onTrack)).toEqual(['yes', 'yes', 'no']);
  });

  test('does not tell where the expected value lies within the interval, and tells again at its ends', () => {
    const track = (lower: number, upper: number) =>
      goalStatus(RISING, figure((lower + upper) / 2, 6, { interval: { lower, upper } })).onTrack;
    expect([track(25.9, 26.1), track(20, 30), track(25.99, 40)]).toEqual(['unclear', 'unclear', 'unclear']);
    expect([track(26, 30), track(26.1, 30)]).toEqual(['yes', 'yes']);
    expect([track(20, 26), track(20, 25)]).toEqual(['no', 'no']);
    expect([track(26, 26), track(25, 25)]).toEqual(['yes', 'no']);
  });

  test('takes an end of an interval that is NaN for one that bounds nothing', () => {
    const track = (value: number, lower: number, upper: number) =>
      goalStatus(RISING, figure(value, 6, { interval: { lower, upper } })).onTrack;
    expect([track(28, Number.NaN, Number.NaN), track(28, 25, Number.NaN), track(22, Number.NaN, 27)]).toEqual([
      ...['unclear', 'unclear', 'unclear'],
    ]);
    expect([track(28, 26.5, Number.NaN), track(22, Number.NaN, 25)]).toEqual(['yes', 'no']);
  });

  test('takes what an interval of the library is, with its estimate and method', () => {
    // 81 of 263: Wilson's interval at 0.95 is 0.2553 to 0.3662.
    const interval = proportionInterval({ successes: 81, trials: 263 });
    const now = figure(interval.estimate, 5, { interval });
    expect(goalStatus(goal({ from: 0.2, to: 0.4 }), now).onTrack).toBe('unclear');
    expect(goalStatus(goal({ from: 0.2, to: 0.3 }), now).onTrack).toBe('yes');
    expect(goalStatus(goal({ from: 0.2, to: 0.6 }), now).onTrack).toBe('no');
  });

  test('is reached with the target, before the due date as on it, and missed only from that on', () => {
    const outcomes = (one: Goal, value: number) =>
      [0, 9, 10, 11].map((days) => goalStatus(one, figure(value, days)).outcome);
    expect(outcomes(RISING, 30)).toEqual(['reached', 'reached', 'reached', 'reached']);
    expect(outcomes(RISING, 31)).toEqual(['reached', 'reached', 'reached', 'reached']);
    expect(outcomes(RISING, 29)).toEqual(['open', 'open', 'missed', 'missed']);
    expect(outcomes(FALLING, 4)).toEqual(['reached', 'reached', 'reached', 'reached']);
    expect(outcomes(FALLING, 5)).toEqual(['open', 'open', 'missed', 'missed']);
  });

  test('is open until the due date where the baseline is to be held: it is not done on the first day', () => {
    const outcomes = (value: number) => [0, 9, 10, 11].map((days) => goalStatus(HELD, figure(value, days)).outcome);
    expect(outcomes(20)).toEqual(['open', 'open', 'reached', 'reached']);
    expect(outcomes(25)).toEqual(['open', 'open', 'reached', 'reached']);
    expect(outcomes(19)).toEqual(['open', 'open', 'missed', 'missed']);
    expect(goalStatus(HELD, figure(19, 5))).toMatchObject({ progress: Number.NaN, gap: -1, onTrack: 'no' });
    expect(goalStatus(HELD, figure(20, 5))).toMatchObject({ progress: Number.NaN, gap: 0, onTrack: 'yes' });
  });

  test('goes by the figure for the outcome, sure or not', () => {
    const interval = { lower: 25, upper: 35 };
    expect(verdicts(RISING, figure(29, 10, { interval }))).toEqual(['unclear', 'missed']);
    expect(verdicts(RISING, figure(31, 10, { interval }))).toEqual(['unclear', 'reached']);
  });

  test('is unclear of an undefined figure, and neither reached nor missed by it', () => {
    expect(verdicts(RISING, figure(Number.NaN, 6))).toEqual(['unclear', 'open']);
    expect(verdicts(RISING, figure(Number.NaN, 10))).toEqual(['unclear', 'unclear']);
    const undefinedParts = { progress: Number.NaN, gap: Number.NaN, currentPace: Number.NaN, requiredPace: Number.NaN };
    expect(goalStatus(RISING, figure(Number.NaN, 6))).toMatchObject({ ...undefinedParts, expectedValue: 26 });
  });

  test('forgives what is rounding only', () => {
    // 0.1 + 0.2 is 0.30000000000000004.
    const third = goal({ from: 0.5, to: 0.3 });
    expect(verdicts(third, figure(0.1 + 0.2, 10))).toEqual(['yes', 'reached']);
    expect(verdicts(third, figure(0.3 + 1e-14, 10))).toEqual(['no', 'missed']);
    const nine: Goal = { ...goal({ from: 0.07, to: 0.07 }), target: { change: -0.1 }, direction: 'lower' };
    expect(verdicts(nine, figure(63 / 1000, 10))).toEqual(['yes', 'reached']);
  });

  test('forgives as much as numbers of that size round by, and no more', () => {
    // 1100000.1 + 2200000.2 is 3300000.3000000003: one unit in the last place above 3300000.3.
    const money = goal({ from: 5_000_000.5, to: 3_300_000.3 });
    expect(verdicts(money, figure(1_100_000.1 + 2_200_000.2, 10))).toEqual(['yes', 'reached']);
    expect(verdicts(money, figure(3_300_000.31, 10))).toEqual(['no', 'missed']);
    expect(verdicts(goal({ from: 5e-17, to: 3e-17 }), figure(4e-17, 10))).toEqual(['no', 'missed']);
  });

  test('forgives nothing between whole numbers', () => {
    const large = 2 ** 52;
    expect(verdicts(goal({ from: large, to: large + 2 }), figure(large + 1, 10))).toEqual(['no', 'missed']);
  });

  test('is of plain data, shares nothing with what was passed in, and takes it frozen', () => {
    const rules = [{ name: 'recent' }];
    const definition = { ...DEFINITION, rules, at: new Date(5), currency: undefined };
    const one = { ...RISING, baseline: { ...RISING.baseline, definition } };
    const status = goalStatus(deepFrozen(structuredClone(one)), deepFrozen(figure(22, 6, { definition })));
    // A date is its milliseconds, and what is undefined is not there.
    const copied = { ...DEFINITION, rules: [{ name: 'recent' }], at: 5 };
    expect(status.definition.baseline.definition).toStrictEqual(copied);
    expect(goalStatus(one, figure(22, 6, { definition })).definition.baseline.definition.rules).not.toBe(rules);
    const whole = { ...goalStatus({ ...one, name: 'love' }, figure(22, 6, { definition })) };
    expect(JSON.parse(JSON.stringify(whole))).toStrictEqual(whole);
  });

  test('a field named __proto__ is one like any other', () => {
    const odd = JSON.parse('{"metric":"netPromoterScore","__proto__":{"basis":"answers"}}');
    const one = { ...RISING, baseline: { ...RISING.baseline, definition: odd } };
    const { definition } = goalStatus(one, figure(22, 6, { definition: odd })).definition.baseline;
    expect(Object.keys(definition)).toEqual(['metric', '__proto__']);
    expect(Object.getPrototypeOf(definition)).toBe(Object.prototype);
    expect(() => goalStatus(one, figure(22, 6, { definition: { metric: 'netPromoterScore' } }))).toThrow('__proto__');
  });
});

refusesOtherFigures('goalStatus', 'figure', goalStatus);

describe('for any goal and figure, goalStatus', () => {
  test('holds what the functions for the single figures give', () => {
    fc.assert(
      fc.property(goalAndFigure, ([one, now]) => {
        const status = goalStatus(one, now);
        expect(status.target).toBe(goalTarget(one));
        expect(status.progress).toBe(goalProgress(one, now));
        expect(status.expectedValue).toBe(expectedValue(one, { at: now.at }));
        expect(status.currentPace).toBe(currentPace(one, now));
        expect(status.requiredPace).toBe(requiredPace(one, now));
      }),
      runs(1000),
    );
  });

  test('judges the mirrored goal alike: values negated, the other way better, with intervals too', () => {
    const half = fc.double({ min: 0, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(goalAndFigure, fc.option(fc.tuple(half, half), { nil: undefined }), ([one, now], widths) => {
        const ends = widths && { lower: now.value - widths[0], upper: now.value + widths[1] };
        const sure = ends === undefined ? now : { ...now, interval: ends };
        expect(verdicts(mirrored(one), negated(sure))).toEqual(verdicts(one, sure));
      }),
      runs(2000),
    );
  });

  test('is the same whenever it is: instants moved together change instants only', () => {
    fc.assert(
      fc.property(goalAndFigure, fc.integer({ min: -1e12, max: 1e12 }), ([one, now], by) => {
        const moved = <Dated extends { at: Figure['at'] }>(dated: Dated) => ({
          ...dated,
          at: (dated.at as number) + by,
        });
        const later = { ...one, baseline: moved(one.baseline), dueAt: (one.dueAt as number) + by };
        const { definition: _, at, ...status } = goalStatus(one, now);
        expect(goalStatus(later, moved(now))).toMatchObject({ ...status, at: at + by });
      }),
      runs(1000),
    );
  });

  test('keeps its verdicts and its progress in any unit: values times a power of two', () => {
    const power = fc.integer({ min: -20, max: 20 }).map((exponent) => 2 ** exponent);
    const value = fc.integer({ min: -1000, max: 1000 }).map((thousandths) => thousandths / 1000);
    fc.assert(
      fc.property(value, value, value, fc.nat(20), power, (from, to, now, days, unit) => {
        const one = goal({ from, to });
        const scaled = { ...goal({ from: from * unit, to: to * unit }), direction: one.direction };
        const [own, other] = [goalStatus(one, figure(now, days)), goalStatus(scaled, figure(now * unit, days))];
        expect([other.progress, other.onTrack, other.outcome]).toEqual([own.progress, own.onTrack, own.outcome]);
        expect([other.gap, other.requiredPace]).toEqual([own.gap * unit + 0, own.requiredPace * unit + 0]);
      }),
      runs(1000),
    );
  });

  test('is on track exactly where the straight line, in whole numbers, says so', () => {
    const value = fc.integer({ min: -1000, max: 1000 });
    const days = fc.integer({ min: 1, max: 400 });
    fc.assert(
      fc.property(value, value, value, days, fc.nat(500), (from, to, now, due, gone) => {
        const one = goal({ from, to, days: due });
        const walked = BigInt(now - from) * BigInt(due);
        const asked = BigInt(to - from) * BigInt(Math.min(gone, due));
        const isAhead = one.direction === 'higher' ? walked >= asked : walked <= asked;
        expect(goalStatus(one, figure(now, gone)).onTrack).toBe(isAhead ? 'yes' : 'no');
      }),
      runs(3000),
    );
  });

  test('is unclear exactly where the interval leaves room on both sides', () => {
    const end = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(end, end, fc.constantFrom(RISING, FALLING), fc.constantFrom(0, 10), (one, other, aim, days) => {
        const interval = { lower: Math.min(one, other), upper: Math.max(one, other) };
        const expected = expectedValue(aim, { at: START + days * DAY });
        const below = [...Array(13).keys()].some((at) => at >= interval.lower && at <= interval.upper && at < expected);
        const above = [...Array(40).keys()].some((at) => at >= interval.lower && at <= interval.upper && at > expected);
        const { onTrack } = goalStatus(aim, figure(interval.lower, days, { interval }));
        expect(onTrack === 'unclear').toBe(below && above);
      }),
      runs(1000),
    );
  });

  test('gives no infinite number and no -0', () => {
    fc.assert(
      fc.property(anyGoal, fc.double(), fc.nat(500), (one, value, days) => {
        fc.pre(Math.abs(value) !== Infinity);
        const odd = Object.values(goalStatus(one, figure(value, days))).filter(
          (part) => Math.abs(part as number) === Infinity || Object.is(part, -0),
        );
        expect(odd).toEqual([]);
      }),
      runs(2000),
    );
  });
});
