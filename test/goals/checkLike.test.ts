// Which figures are of one kind: tried on the definitions that the library itself gives.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as cohorts from '../../src/cohorts/index.ts';
import { isInputError } from '../../src/core/errors.ts';
import { goalStatus } from '../../src/goals/goalStatus.ts';
import type { FigureDefinition } from '../../src/goals/types.ts';
import * as log from '../../src/log/index.ts';
import * as rates from '../../src/rates/index.ts';
import * as segments from '../../src/segments/index.ts';
import * as statistics from '../../src/statistics/index.ts';
import * as support from '../../src/support/index.ts';
import * as surveys from '../../src/surveys/index.ts';
import * as value from '../../src/value/index.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { SAMPLES } from '../robustness/samples.ts';
import { DAY, goal, START } from './goals.ts';

const WHEN = ['asOf', 'from', 'to', 'before', 'after'];

const GOAL = goal({ from: 20, to: 30 });

/** Holds a figure of one definition against a goal whose baseline has the other. */
function against(own: object, model: object): unknown {
  const baseline = { ...GOAL.baseline, definition: { metric: 'some', ...model } };
  return goalStatus({ ...GOAL, baseline }, { value: 25, at: START, definition: { metric: 'some', ...own } });
}

const isLike = (own: object, model: object): boolean => {
  try {
    against(own, model);
    return true;
  } catch (error) {
    if (isInputError(error) && error.code === 'unlike-definitions') return false;
    throw error;
  }
};

/** Every definition that a function of these folders gives for its sample. */
const FOLDERS = { cohorts, log, rates, segments, statistics, support, surveys, value };
const REAL: (readonly [name: string, definition: Readonly<Record<string, unknown>>])[] = Object.entries(
  FOLDERS,
).flatMap(([folder, functions]) =>
  Object.entries(functions).flatMap(([name, call]) => {
    const sample = SAMPLES[`${folder}.${name}`];
    if (sample === undefined) return [];
    const result = (call as (...values: readonly unknown[]) => unknown)(...sample);
    const [one] = Array.isArray(result) ? result : [result];
    return one?.definition === undefined ? [] : [[`${folder}.${name}`, one.definition] as const];
  }),
);

/** Something else of the same kind. */
function changed(given: unknown): unknown {
  if (typeof given === 'number') return given + 1;
  if (typeof given === 'string') return `${given}x`;
  if (typeof given === 'boolean') return !given;
  if (given === undefined || given === null) return 'now stated';
  if (Array.isArray(given)) return given.length === 0 ? [1] : [changed(given[0]), ...given.slice(1)];
  const [[field, inner] = ['some', 0], ...rest] = Object.entries(given);
  return { ...Object.fromEntries(rest), [field]: changed(inner) };
}

test('there are definitions of all these folders to look at', () => {
  expect(REAL.length).toBeGreaterThan(25);
  expect(new Set(REAL.map(([name]) => name.split('.')[0]))).toEqual(new Set(Object.keys(FOLDERS)));
});

describe.each(REAL)('a figure by the definition of %s', (_, definition) => {
  const fields = Object.keys(definition);

  test('is like one by the same, through JSON too, whatever the order of the fields', () => {
    expect(isLike(definition, definition)).toBe(true);
    expect(isLike(JSON.parse(JSON.stringify(definition)), definition)).toBe(true);
    expect(isLike(Object.fromEntries(Object.entries(definition).reverse()), definition)).toBe(true);
  });

  test.each(fields.filter((field) => !WHEN.includes(field)))('is unlike one that differs in %s', (field) => {
    const other = { ...definition, [field]: changed(definition[field]) };
    expect(isLike(other, definition)).toBe(false);
    expect(isLike(definition, other)).toBe(false);
    const error = refusalOf(() => against(other, definition));
    expect(error.path.slice(0, 2)).toEqual(['figure.definition', field]);
  });

  test('is unlike one that leaves something out, but for asOf', () => {
    for (const field of fields.filter((one) => definition[one] !== undefined)) {
      const { [field]: left, ...rest } = definition;
      expect([field, isLike(rest, definition), isLike(definition, rest)]).toEqual([
        ...[field, field === 'asOf', field === 'asOf'],
      ]);
    }
  });

  test('is like one of another time', () => {
    const moved = Object.fromEntries(
      Object.entries(definition).map(([field, one]) => {
        return [field, WHEN.includes(field) && one !== undefined ? (one as number) + 1000 * DAY : one];
      }),
    );
    expect(isLike(moved, definition)).toBe(true);
  });
});

test('every date in a definition of the library is a field that says only when', () => {
  // The dates of the samples are days of 1970; no choice of a sample is as large.
  const dates = REAL.flatMap(([name, definition]) =>
    Object.entries(definition)
      // The length of a block of elapsed time is none.
      .filter(([field, one]) => field !== 'blockLength' && typeof one === 'number' && one >= DAY)
      .map(([field]) => `${field} of ${name}`),
  );
  expect(dates.length).toBeGreaterThan(10);
  expect(dates.filter((one) => !WHEN.includes(one.split(' ')[0]!))).toEqual([]);
});

describe('the length of a span', () => {
  const span = (from: string, to: string) => ({ from: Date.parse(from), to: Date.parse(to) });

  test.each([
    ['February and July', span('2023-02-01', '2023-03-01'), span('2023-07-01', '2023-08-01')],
    ['a quarter of 90 days and one of 92', span('2023-01-01', '2023-04-01'), span('2023-07-01', '2023-10-01')],
    ['a year and a leap year', span('2023-01-01', '2024-01-01'), span('2024-01-01', '2025-01-01')],
    [
      'a day of 23 hours and one of 25',
      span('2024-03-30T23:00Z', '2024-03-31T22:00Z'),
      span('2024-10-26T22:00Z', '2024-10-27T23:00Z'),
    ],
    [
      'a February and an October with an hour more',
      span('2023-02-01', '2023-03-01'),
      span('2023-09-30T22:00Z', '2023-10-31T23:00Z'),
    ],
    ['nothing and nothing', span('2023-01-01', '2023-01-01'), span('2024-01-01', '2024-01-01')],
  ])('may be that of %s', (_, one, other) => {
    expect([isLike(one, other), isLike(other, one)]).toEqual([true, true]);
    const renamed = ({ from, to }: typeof one) => ({ before: from, after: to });
    expect(isLike(renamed(one), renamed(other))).toBe(true);
  });

  test.each([
    ['a month and a quarter', span('2023-02-01', '2023-03-01'), span('2023-07-01', '2023-10-01')],
    ['a month and a year', span('2023-01-01', '2023-02-01'), span('2023-01-01', '2024-01-01')],
    ['a week and eight days', span('2023-01-02', '2023-01-09'), span('2023-01-02', '2023-01-10')],
    ['a month and 27 days', span('2023-01-01', '2023-02-01'), span('2023-02-01', '2023-02-28')],
    ['nothing and a day', span('2023-01-01', '2023-01-01'), span('2024-01-01', '2024-01-02')],
  ])('may not be that of %s', (_, one, other) => {
    expect([isLike(one, other), isLike(other, one)]).toEqual([false, false]);
    const error = refusalOf(() => against(one, other));
    expect(error.path).toEqual(['figure.definition', 'to']);
    expect(error.expected).toBe(
      `as long after "from" as in "goal.baseline.definition" (days: ${(other.to - other.from) / DAY})`,
    );
    expect(error.received).toBe(String((one.to - one.from) / DAY));
    const renamed = ({ from, to }: typeof one) => ({ before: from, after: to });
    expect(refusalOf(() => against(renamed(one), renamed(other))).path).toEqual(['figure.definition', 'after']);
  });

  test('differs by at most a tenth of the longer', () => {
    const whole = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(whole, whole, fc.nat(1000), (one, other, later) => {
        const isNear = 10n * BigInt(Math.abs(one - other)) <= BigInt(Math.max(one, other));
        const from = later * DAY;
        // A tenth of some whole numbers of days is not a whole one, and neither side may round across it.
        expect(isLike({ from, to: from + one * DAY }, { from: 0, to: other * DAY })).toBe(isNear);
      }),
      runs(2000),
    );
  });
});

describe('a field that could say when', () => {
  test('is one like any other where it is no instant', () => {
    expect(isLike({ from: 'trial', to: 'paid' }, { from: 'trial', to: 'paid' })).toBe(true);
    expect(isLike({ from: 'trial', to: 'paid' }, { from: 'visit', to: 'paid' })).toBe(false);
    expect(isLike({ asOf: '2024-01-01' }, { asOf: '2024-01-02' })).toBe(false);
    expect(isLike({ asOf: '2024-01-01' }, {})).toBe(false);
  });

  test('may be a date', () => {
    const dates = { from: new Date(0), to: new Date(30 * DAY), asOf: new Date(5) };
    expect(isLike(dates, { from: 40 * DAY, to: 70 * DAY, asOf: 6 })).toBe(true);
    expect(isLike(dates, { from: 40 * DAY, to: 41 * DAY })).toBe(false);
  });

  test('matters where one has it and the other has not: all time is no month', () => {
    expect(isLike({ from: undefined, to: undefined }, { from: 0, to: 30 * DAY })).toBe(false);
    expect(isLike({ from: 0, to: 30 * DAY }, {})).toBe(false);
    expect(isLike({ to: 30 * DAY }, { to: 60 * DAY })).toBe(true);
    expect(isLike({ to: 30 * DAY }, { from: 0, to: 60 * DAY })).toBe(false);
  });

  test('says only when at the top: within a record it is compared', () => {
    expect(isLike({ source: { asOf: 1 } }, { source: { asOf: 2 } })).toBe(false);
  });
});

describe('the other fields', () => {
  test('state is among them: a period that is not over is not like one that is', () => {
    expect(isLike({ state: 'partial' }, { state: 'observed' })).toBe(false);
  });

  test('are compared through and through, and the first that differs is named with both values', () => {
    const own = { rules: [{ name: 'a', recency: [1, 2] }], bins: 5 };
    const model = { rules: [{ name: 'a', recency: [1, 3] }], bins: 5 };
    const error = refusalOf(() => against(own, model));
    expect(error.path).toEqual(['figure.definition', 'rules', 0, 'recency', 1]);
    expect(error.message).toBe(
      'goalStatus: "figure.definition.rules[0].recency[1]" must be as in "goal.baseline.definition" (3); received 2',
    );
  });

  test('differ by kind, by length and by what is missing', () => {
    for (const [own, model] of [
      ...[
        [1, '1'],
        [null, 0],
        [[], {}],
        [{ 0: 1 }, [1]],
        [[1], [1, 2]],
        [[1, 2], [1]],
        [{}, { a: 1 }],
        [{ a: 1 }, {}],
      ],
      ...[
        [true, 1],
        ['a', ['a']],
        [{ a: null }, {}],
        [null, undefined],
      ],
    ])
      expect([own, model, isLike({ field: own }, { field: model })]).toEqual([own, model, false]);
  });

  test('are equal where both are NaN, 0 and -0, or undefined and not there', () => {
    const likes: [unknown, unknown][] = [
      [Number.NaN, Number.NaN],
      [0, -0],
      [{ a: undefined }, {}],
      [undefined, undefined],
    ];
    for (const [own, model] of likes) expect(isLike({ field: own }, { field: model })).toBe(true);
  });

  test('may be anything plain: like is what JSON writes alike', () => {
    const plain = fc.jsonValue({ maxDepth: 3 });
    const definition = fc.dictionary(fc.constantFrom('a', 'b', '__proto__', 'constructor', 'level'), plain);
    fc.assert(
      fc.property(definition, definition, (one, other) => {
        const written = (given: unknown): string =>
          JSON.stringify(given, (_, inner) =>
            typeof inner === 'object' && inner !== null && !Array.isArray(inner)
              ? Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))
              : inner,
          );
        expect(isLike(one, other)).toBe(written(one) === written(other));
        expect(isLike(structuredClone(one) as FigureDefinition, one)).toBe(true);
      }),
      runs(1000),
    );
  });
});
