import { expect, test } from 'vitest';
import type { InputErrorCode } from '../../src/core/errors.ts';
import { refusalOf } from '../core/refusalOf.ts';

type Metric = (subject: never) => unknown;

/** What is no number at all, or no finite one, and how a message words it. NaN apart, which some metrics let through. */
export const NO_FINITE_NUMBERS: readonly (readonly [received: string, value: unknown])[] = [
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
  ['"5"', '5'],
  ['""', ''],
  ['null', null],
  ['undefined', undefined],
  ['true', true],
  ['5n', 5n],
  ['an object', {}],
  ['an object', Object(5)],
  ['an array of 1', [5]],
  ['1970-01-01T00:00:00.005Z', new Date(5)],
  ['a function', () => 5],
  ['Symbol(five)', Symbol('five')],
];

/** What is no finite number of at least 0. */
export const NO_QUANTITIES: typeof NO_FINITE_NUMBERS = [
  ...NO_FINITE_NUMBERS,
  ['-1', -1],
  ['-5e-324', -5e-324],
  ['NaN', Number.NaN],
];

/** The same where NaN, as a rate of empty data is, goes through. */
export const NO_QUANTITIES_NOR_NAN = NO_QUANTITIES.filter(([received]) => received !== 'NaN');

/** Holds that a metric refuses each wrong value of one field by code, name and value. */
export function refusesField(
  metric: Metric,
  subject: object,
  field: string,
  code: InputErrorCode,
  rule: string,
  wrong: typeof NO_FINITE_NUMBERS,
): void {
  test.each(wrong)(`refuses "${field}" where it is %s, by code, name and value`, (received, value) => {
    const error = refusalOf(() => metric({ ...subject, [field]: value } as never));
    expect(error.code).toBe(code);
    expect(error.path).toEqual([field]);
    expect(error.message).toBe(`${metric.name}: "${field}" must be ${rule}; received ${received}`);
  });
}

/** Holds that a metric refuses quantities that are none, each field in turn. */
export function refusesQuantities(metric: Metric, subject: object, fields: readonly string[]): void {
  for (const field of fields)
    refusesField(metric, subject, field, 'not-a-quantity', 'a finite number of at least 0', NO_QUANTITIES);
}

/** Holds what every scalar metric does with its subject, whatever the figures. */
export function readsItsSubject(metric: Metric, argument: string, subject: object): void {
  test.each([
    ['undefined', undefined],
    ['null', null],
    ['5', 5],
    ['"counts"', 'counts'],
    ['a function', () => subject],
    ['Symbol(counts)', Symbol('counts')],
  ])('refuses a subject that is %s, by code, name and value', (received, value) => {
    const error = refusalOf(() => metric(value as never));
    expect(error.code).toBe('not-a-record');
    expect(error.message).toBe(`${metric.name}: "${argument}" must be an object; received ${received}`);
  });

  test('refuses a subject without any field', () => {
    expect(refusalOf(() => metric({} as never)).received).toBe('undefined');
  });

  test('reads a frozen subject, one without prototype and one with extra fields alike', () => {
    const value = metric(subject as never);
    const bare = Object.assign(Object.create(null), subject);
    const rich = { label: '2024-03', definition: { basis: 'tenures' }, ...subject };
    for (const other of [Object.freeze({ ...subject }), bare, rich]) expect(metric(other as never)).toBe(value);
  });

  test('leaves its subject as it was', () => {
    const given = { ...subject };
    metric(given as never);
    expect(given).toStrictEqual(subject);
  });
}
