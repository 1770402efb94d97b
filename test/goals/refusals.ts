import { describe, expect, test } from 'vitest';
import type { InputErrorCode } from '../../src/core/errors.ts';
import type { Figure, Goal } from '../../src/goals/types.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { DAY, DEFINITION, figure, goal, START } from './goals.ts';

const GOAL = goal({ from: 20, to: 30 });
const BASELINE = GOAL.baseline;
const FALLING = goal({ from: 20, to: 10 });
const INFINITE = { baseline: { ...BASELINE, value: -1e308 }, target: { value: 1e308 } };
const endless: Record<string, unknown> = { ...DEFINITION };
endless.itself = [endless];

type Case = readonly [what: string, change: object, code: InputErrorCode, words: string];

const NOT_A_NUMBER = 'must be a finite number or NaN; received';
const NOT_AN_INSTANT = 'must be a valid Date or whole milliseconds since 1970; received';
const NOT_PLAIN =
  'must be plain data: texts, finite numbers or NaN, dates, true, false, null, and arrays and records of them';

/** What is wrong with a figure, and how a message goes on after the figure's name. */
const WRONG_FIGURES: readonly Case[] = [
  ['a value that is no number', { value: '20' }, 'not-a-number', `.value" ${NOT_A_NUMBER} "20"`],
  ['a value that is infinite', { value: Infinity }, 'not-a-number', `.value" ${NOT_A_NUMBER} Infinity`],
  ['a value below all others', { value: -Infinity }, 'not-a-number', `.value" ${NOT_A_NUMBER} -Infinity`],
  ['no value', { value: undefined }, 'not-a-number', `.value" ${NOT_A_NUMBER} undefined`],
  ['no instant', { at: undefined }, 'not-an-instant', `.at" ${NOT_AN_INSTANT} undefined`],
  ['a text for an instant', { at: '2024-01-01' }, 'not-an-instant', `.at" ${NOT_AN_INSTANT} "2024-01-01"`],
  ['no definition', { definition: undefined }, 'not-a-record', '.definition" must be an object; received undefined'],
  [
    'a definition without a metric',
    { definition: { basis: 'answers' } },
    'not-a-text',
    '.definition.metric" must be a text that is not empty; received undefined',
  ],
  [
    'a metric that is an empty text',
    { definition: { metric: '' } },
    'not-a-text',
    '.definition.metric" must be a text that is not empty; received ""',
  ],
  [
    'a definition with a function in it',
    { definition: { ...DEFINITION, rules: [{ match: () => true }] } },
    'not-an-attribute',
    `.definition.rules[0].match" ${NOT_PLAIN}; received a function`,
  ],
  [
    'a definition with a set in it',
    { definition: { ...DEFINITION, segments: new Set(['a']) } },
    'not-an-attribute',
    `.definition.segments" ${NOT_PLAIN}; received an object`,
  ],
  [
    'a definition with an infinite number in it',
    { definition: { ...DEFINITION, within: Infinity } },
    'not-an-attribute',
    `.definition.within" ${NOT_PLAIN}; received Infinity`,
  ],
  [
    'a definition with an invalid date in it',
    { definition: { ...DEFINITION, asOf: new Date(Number.NaN) } },
    'not-an-attribute',
    `.definition.asOf" ${NOT_PLAIN}; received Invalid Date`,
  ],
  [
    'a definition that goes in circles',
    { definition: endless },
    'not-an-attribute',
    `" ${NOT_PLAIN}; received an object`,
  ],
  ['an interval that is none', { interval: [1, 2] }, 'not-a-number', `.interval.lower" ${NOT_A_NUMBER} undefined`],
  ['an interval that is null', { interval: null }, 'not-a-record', '.interval" must be an object; received null'],
  [
    'an interval with an infinite end',
    { interval: { lower: 1, upper: Infinity } },
    'not-a-number',
    `.interval.upper" ${NOT_A_NUMBER} Infinity`,
  ],
  [
    'an interval that ends before it starts',
    { interval: { lower: 21, upper: 19 } },
    'reversed-interval',
    '.interval.upper" must be at least "lower" (21); received 19',
  ],
];

const WRONG_GOALS: readonly Case[] = [
  ['a name that is an empty text', { name: '' }, 'not-a-text', '.name" must be a text that is not empty; received ""'],
  ['no baseline', { baseline: undefined }, 'not-a-record', '.baseline" must be an object; received undefined'],
  ...WRONG_FIGURES.map(([what, change, code, words]): Case => {
    const after = what.includes('circles') ? words : `.baseline${words}`;
    return [`a baseline with ${what}`, { baseline: { ...BASELINE, ...change } }, code, after];
  }),
  [
    'a baseline that is undefined',
    { baseline: { ...BASELINE, value: Number.NaN } },
    'not-a-number',
    '.baseline.value" must be a finite number; received NaN',
  ],
  ['no target', { target: undefined }, 'not-a-record', '.target" must be an object; received undefined'],
  [
    'a target of neither kind',
    { target: {} },
    'not-an-option',
    '.target" must be { value } or { change }; received "neither"',
  ],
  [
    'a target of both kinds',
    { target: { value: 30, change: 0.5 } },
    'not-an-option',
    '.target" must be { value } or { change }; received "both"',
  ],
  [
    'a target with a misspelt field',
    { target: { vlaue: 30 } },
    'unknown-option',
    '.target" must be made of "value", "change"; received "vlaue"',
  ],
  [
    'a target that is no number',
    { target: { value: '30' } },
    'not-a-number',
    '.target.value" must be a finite number; received "30"',
  ],
  [
    'a target that is NaN',
    { target: { value: Number.NaN } },
    'not-a-number',
    '.target.value" must be a finite number; received NaN',
  ],
  [
    'a change that is a text',
    { target: { change: '-10 %' } },
    'not-a-number',
    '.target.change" must be a finite number; received "-10 %"',
  ],
  [
    'a change of a baseline of 0',
    { baseline: { ...BASELINE, value: 0 }, target: { change: 0.1 } },
    'not-a-quantity',
    '.baseline.value" must be other than 0 for a target that is a change of it; received 0',
  ],
  [
    'a target out of all reach',
    INFINITE,
    'not-a-number',
    '.target" must be at a finite distance from the baseline; received 1e+308',
  ],
  [
    'a change to a value that is too large',
    { baseline: { ...BASELINE, value: 1e308 }, target: { change: 1 } },
    'not-a-number',
    '.target" must be at a finite distance from the baseline; received Infinity',
  ],
  ['no due date', { dueAt: undefined }, 'not-an-instant', `.dueAt" ${NOT_AN_INSTANT} undefined`],
  [
    'a due date at the baseline',
    { dueAt: START },
    'reversed-interval',
    '.dueAt" must be after "goal.baseline.at" (2024-01-01T00:00:00.000Z); received 2024-01-01T00:00:00.000Z',
  ],
  [
    'a due date before the baseline',
    { dueAt: new Date(START - DAY) },
    'reversed-interval',
    '.dueAt" must be after "goal.baseline.at" (2024-01-01T00:00:00.000Z); received 2023-12-31T00:00:00.000Z',
  ],
  [
    'no direction',
    { direction: undefined },
    'not-an-option',
    `.direction" must be one of 'higher', 'lower'; received undefined`,
  ],
  [
    'a direction in other words',
    { direction: 'higher is better' },
    'not-an-option',
    `.direction" must be one of 'higher', 'lower'; received "higher is better"`,
  ],
  [
    'a target below the baseline where higher is better',
    { target: { value: 19 } },
    'below-limit',
    '.target" must be at least the baseline (20): higher is better; received 19',
  ],
  [
    'a target above the baseline where lower is better',
    { ...FALLING, target: { change: 0.1 } },
    'above-limit',
    '.target" must be at most the baseline (20): lower is better; received 22',
  ],
];

/** Holds that a function refuses what is no goal, by code, field and value, and under its own name. */
export function refusesGoals(metric: string, call: (goal: Goal) => unknown): void {
  describe(`${metric} refuses a goal`, () => {
    test.each([undefined, null, 5, 'goal'])('that is %s', (wrong) => {
      const error = refusalOf(() => call(wrong as never));
      expect(error.message).toBe(
        `${metric}: "goal" must be an object; received ${wrong === 'goal' ? '"goal"' : wrong}`,
      );
    });

    test.each(WRONG_GOALS)('with %s', (_, change, code, words) => {
      const error = refusalOf(() => call({ ...GOAL, ...change } as never));
      expect([error.code, error.metric]).toEqual([code, metric]);
      expect(error.message.startsWith(`${metric}: "goal.`)).toBe(true);
      expect(error.message.endsWith(words)).toBe(true);
    });
  });
}

/** Holds that a function refuses what is no figure; `name` is what it calls the figure. */
export function refusesFigures(metric: string, name: string, call: (figure: Figure) => unknown): void {
  describe(`${metric} refuses a figure`, () => {
    test('that is none', () => {
      expect(refusalOf(() => call(5 as never)).message).toBe(`${metric}: "${name}" must be an object; received 5`);
    });

    test.each(WRONG_FIGURES)('with %s', (what, change, code, words) => {
      const error = refusalOf(() => call({ ...figure(24, 5), ...change } as never));
      expect([error.code, error.metric]).toEqual([code, metric]);
      expect(error.message.startsWith(`${metric}: "${name}.`)).toBe(true);
      expect(error.message.endsWith(what.includes('circles') ? words : `"${name}${words}`)).toBe(true);
    });
  });
}

/** Holds that a function refuses a figure that cannot be held against the goal. */
export function refusesOtherFigures(metric: string, name: string, call: (goal: Goal, figure: Figure) => unknown): void {
  refusesGoals(metric, (one) => call(one, figure(24, 5)));
  refusesFigures(metric, name, (one) => call(GOAL, one));

  test('refuses a figure from before the baseline, and takes one of its instant', () => {
    expect(refusalOf(() => call(GOAL, { ...figure(20, 0), at: START - 1 })).message).toBe(
      `${metric}: "${name}.at" must be at or after "goal.baseline.at" (2024-01-01T00:00:00.000Z); received 2023-12-31T23:59:59.999Z`,
    );
    expect(() => call(GOAL, figure(20, 0))).not.toThrow();
  });

  test('refuses a figure of another metric, by name and value', () => {
    const other = figure(24, 5, { definition: { ...DEFINITION, metric: 'customerSatisfactionScore' } });
    const error = refusalOf(() => call(GOAL, other));
    expect([error.code, error.path]).toEqual(['unlike-definitions', [`${name}.definition`, 'metric']]);
    expect(error.message).toBe(
      `${metric}: "${name}.definition.metric" must be as in "goal.baseline.definition" ("netPromoterScore"); received "customerSatisfactionScore"`,
    );
  });
}
