import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { goalSeries } from '../../src/goals/goalSeries.ts';
import { goalStatus } from '../../src/goals/goalStatus.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { anyGoal, anyValue, DAY, DEFINITION, figure, goal, START } from './goals.ts';
import { refusesFigures, refusesOtherFigures } from './refusals.ts';

const GOAL = goal({ from: 20, to: 30 });

describe('goalSeries', () => {
  test('has a row a figure, in order of time', () => {
    const { readings } = goalSeries(GOAL, [figure(23, 2), figure(24, 6), figure(Number.NaN, 8), figure(31, 10)]);
    expect(readings.map(({ at }) => (at - START) / DAY)).toEqual([2, 6, 8, 10]);
    expect(readings.map((one) => [one.value, one.expectedValue, one.onTrack, one.outcome])).toEqual([
      [23, 22, 'yes', 'open'],
      [24, 26, 'no', 'open'],
      [Number.NaN, 28, 'unclear', 'open'],
      [31, 30, 'yes', 'reached'],
    ]);
  });

  test('is empty of no figures, and says of what goal', () => {
    const { readings, definition } = goalSeries(GOAL, []);
    expect(readings).toEqual([]);
    expect(definition).toStrictEqual(goalStatus(GOAL, figure(20, 0)).definition);
  });

  test('has each row as goalStatus has it, and one definition for all', () => {
    const dated = fc.uniqueArray(fc.tuple(fc.nat(500), anyValue), { selector: ([days]) => days, maxLength: 10 });
    fc.assert(
      fc.property(anyGoal, dated, (one, given) => {
        const figures = given.sort(([a], [b]) => a - b).map(([days, value]) => figure(value, days));
        const { readings, definition } = goalSeries(one, figures);
        expect(readings.map((reading) => ({ ...reading, definition }))).toStrictEqual(
          figures.map((now) => goalStatus(one, now)),
        );
      }),
      runs(300),
    );
  });

  test('refuses figures out of order, and two of one instant, by place and value', () => {
    const error = refusalOf(() => goalSeries(GOAL, [figure(21, 2), figure(22, 6), figure(23, 5)]));
    expect(error.code).toBe('reversed-interval');
    expect(error.message).toBe(
      'goalSeries: "figures[2].at" must be after the one before (2024-01-07T00:00:00.000Z); received 2024-01-06T00:00:00.000Z',
    );
    expect(refusalOf(() => goalSeries(GOAL, [figure(21, 2), figure(22, 2)])).path).toEqual(['figures[1].at']);
  });

  test.each([undefined, null, 5, 'figures', {}, { length: 1 }, figure(21, 2)])('refuses %j for figures', (wrong) => {
    expect(refusalOf(() => goalSeries(GOAL, wrong as never))).toMatchObject({ code: 'not-rows', path: ['figures'] });
  });

  test('refuses a hole among the figures', () => {
    const holes = Object.assign(new Array<never>(3), { 0: figure(21, 2), 2: figure(22, 3) });
    expect(refusalOf(() => goalSeries(GOAL, holes)).message).toBe(
      'goalSeries: "figures[1]" must be an object; received undefined',
    );
  });

  test('refuses one figure of another kind among many, by place', () => {
    const other = figure(22, 3, { definition: { ...DEFINITION, basis: 'accounts' } });
    expect(refusalOf(() => goalSeries(GOAL, [figure(21, 2), other, figure(22, 4)])).message).toBe(
      'goalSeries: "figures[1].definition.basis" must be as in "goal.baseline.definition" ("answers"); received "accounts"',
    );
  });
});

refusesOtherFigures('goalSeries', 'figures[0]', (one, now) => goalSeries(one, [now]));
refusesFigures('goalSeries', 'figures[1]', (now) => goalSeries(GOAL, [figure(21, 1), now]));
