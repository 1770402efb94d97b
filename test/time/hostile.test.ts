import { describe, expect, test } from 'vitest';
import { isInputError } from '../../src/core/errors.ts';
import * as time from '../../src/time/index.ts';
import { HOSTILE_VALUES } from '../core/hostileValues.ts';

type Call = (...values: never[]) => unknown;

const month = { period: 'month' } as const;
const index = time.periodIndex({ period: 'month', from: 0, to: 1 });

/** One argument after the other is hostile; the rest is in order. */
const CALLS: readonly [string, Call, readonly unknown[]][] = [
  ['periodIndex', time.periodIndex, [{ period: 'day', from: 0, to: 1 }]],
  ['periodAt', time.periodAt, [index, 0]],
  ['periodStart', time.periodStart, [0, month]],
  ['addPeriods', time.addPeriods, [0, 1, month]],
  ['periodLabel', time.periodLabel, [0, month]],
  ['periodLabels', time.periodLabels, [index]],
  ['civilToInstant', time.civilToInstant, [{ year: 2024, month: 1, day: 1 }, {}]],
  ['instantToCivil', time.instantToCivil, [0, {}]],
];

function replaced(values: readonly unknown[], at: number, hostile: unknown): readonly unknown[] {
  return values.map((value, place) => (place === at ? hostile : value));
}

function outcome(call: Call, values: readonly unknown[]): unknown {
  try {
    call(...(values as never[]));
    return 'a value';
  } catch (error) {
    return isInputError(error) ? 'an InputError' : error;
  }
}

describe('wrong input', () => {
  test.each(CALLS)('%s gives a value or an InputError, whatever an argument is', (_, call, values) => {
    for (const [place] of values.entries())
      for (const [, hostile] of HOSTILE_VALUES)
        expect(outcome(call, replaced(values, place, hostile))).toBeOneOf(['a value', 'an InputError']);
  });

  // The lookup is for loops over millions and trusts the fields of an index.
  const checked = CALLS.filter(([name]) => name !== 'periodAt');
  test.each(checked)('%s gives a value or an InputError, whatever a field of an argument is', (_, call, values) => {
    for (const [place, value] of values.entries())
      for (const key of Object.keys(value as object).concat('timeZone', 'surplus'))
        for (const [, hostile] of HOSTILE_VALUES)
          expect(outcome(call, replaced(values, place, { ...(value as object), [key]: hostile }))).toBeOneOf([
            'a value',
            'an InputError',
          ]);
  });

  test.each([Number.NaN, Infinity, 0.5, '5', null, undefined, new Date(Number.NaN), '2024-01-01', 8.64e15 + 1])(
    'as an instant, %s is refused by name',
    (at) => {
      const refused = expect.objectContaining({ code: 'not-an-instant', path: ['at'] });
      for (const call of [time.periodStart, time.periodLabel]) expect(() => call(at as number, month)).toThrow(refused);
      expect(() => time.addPeriods(at as number, 1, month)).toThrow(refused);
      expect(() => time.instantToCivil(at as number)).toThrow(refused);
      expect(() => time.periodIndex({ ...month, from: at as number, to: 0 })).toThrow(
        expect.objectContaining({ code: 'not-an-instant', path: ['from'] }),
      );
    },
  );

  test('an interval that ends before it starts is refused', () => {
    expect(() => time.periodIndex({ ...month, from: 1, to: 0 })).toThrow(
      expect.objectContaining({ code: 'reversed-interval', metric: 'periodIndex' }),
    );
  });

  test('a lookup of no number is refused, of a text as well', () => {
    for (const at of [Number.NaN, undefined, 'text', {}])
      expect(() => time.periodAt(index, at as number)).toThrow(
        expect.objectContaining({ code: 'not-an-instant', metric: 'periodAt', path: ['at'] }),
      );
  });

  test('a misspelt option is refused by each function', () => {
    const refused = expect.objectContaining({ code: 'unknown-option', received: '"timezone"' });
    const misspelt = { timezone: 'UTC' };
    expect(() => time.periodIndex({ ...month, ...misspelt, from: 0, to: 1 })).toThrow(refused);
    expect(() => time.periodStart(0, { ...month, ...misspelt })).toThrow(refused);
    expect(() => time.addPeriods(0, 1, { ...month, ...misspelt })).toThrow(refused);
    expect(() => time.periodLabel(0, { ...month, ...misspelt })).toThrow(refused);
    expect(() => time.instantToCivil(0, misspelt as time.TimeZoneOptions)).toThrow(refused);
    expect(() => time.civilToInstant({ year: 1, month: 1, day: 1 }, misspelt as time.TimeZoneOptions)).toThrow(refused);
  });

  test('a null zone is refused, not taken for UTC', () => {
    const options = { timeZone: null } as unknown as time.TimeZoneOptions;
    const refused = expect.objectContaining({ code: 'unknown-time-zone', received: 'null' });
    expect(() => time.instantToCivil(0, options)).toThrow(refused);
    expect(() => time.periodStart(0, { ...month, ...options })).toThrow(refused);
  });
});
