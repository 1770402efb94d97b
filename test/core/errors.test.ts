import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describe as describeValue, InputError, inputIssue, isInputError, refuse } from '../../src/core/errors.ts';
import { HOSTILE_VALUES } from './hostileValues.ts';
import { refusalOf } from './refusalOf.ts';

describe('what came, in words', () => {
  test.each([
    ['undefined', undefined],
    ['null', null],
    ['true', true],
    ['0.5', 0.5],
    ['NaN', Number.NaN],
    ['-Infinity', -Infinity],
    ['5n', 5n],
    ['""', ''],
    ['"5"', '5'],
    ['"say \\"no\\""', 'say "no"'],
    ['"\\n\\t"', '\n\t'],
    ['"\\ud800"', '\ud800'],
    ['Symbol(secret)', Symbol('secret')],
    ['Symbol(Symbol.iterator)', Symbol.iterator],
    ['a function', () => 1],
    ['a function', Date],
    ['an array of 0', []],
    ['an array of 2', [1, 2]],
    ['an object', {}],
    ['an object', Object.create(null)],
    ['an object', new Map()],
    ['1970-01-01T00:00:00.000Z', new Date(0)],
    ['Invalid Date', new Date(Number.NaN)],
    ['an array of 1', new Proxy([1], {})],
    ['an object', new Proxy({}, {})],
    ['an object', new Proxy(new Date(0), {})],
    ['a function', new Proxy(() => 1, {})],
    ['an object', Object.create(Date.prototype)],
  ])('%s', (text, value) => {
    expect(describeValue(value)).toBe(text);
  });

  test('a date of another realm is told as a date, an array as an array', () => {
    expect(describeValue(runInNewContext('new Date(0)'))).toBe('1970-01-01T00:00:00.000Z');
    expect(describeValue(runInNewContext('[1, 2, 3]'))).toBe('an array of 3');
  });

  test('an object is never asked to put itself into words', () => {
    const talkative = {
      toString: () => expect.unreachable(),
      toJSON: () => expect.unreachable(),
      [Symbol.toPrimitive]: () => expect.unreachable(),
    };
    expect(describeValue(talkative)).toBe('an object');
  });

  test('64 characters are told whole, more are cut and end in a mark', () => {
    expect(describeValue('x'.repeat(62))).toBe(`"${'x'.repeat(62)}"`);
    expect(describeValue('x'.repeat(63))).toBe(`"${'x'.repeat(62)}…`);
    expect(describeValue(10n ** 100n)).toHaveLength(64);
    expect(describeValue(Symbol('x'.repeat(1000)))).toHaveLength(64);
  });

  test.each(HOSTILE_VALUES)('%s is told in at most 64 characters', (_, value) => {
    expect(describeValue(value).length).toBeLessThanOrEqual(64);
  });

  test('anything at all is told in at most 64 characters', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withTypedArray: true }), (value) => {
        const text = describeValue(value);
        expect(text.length).toBeGreaterThan(0);
        expect(text.length).toBeLessThanOrEqual(64);
      }),
    );
  });
});

describe('an issue', () => {
  test('is a sentence: metric, where, rule, what came', () => {
    expect(inputIssue('not-a-number', 'eventLog', ['rows', 17, 'amount'], 'a finite number', '12,50')).toEqual({
      message: 'eventLog: "rows[17].amount" must be a finite number; received "12,50"',
      path: ['rows', 17, 'amount'],
      code: 'not-a-number',
      expected: 'a finite number',
      received: '"12,50"',
    });
  });

  test('writes paths as code does', () => {
    const place = (path: readonly (string | number)[]) => inputIssue('not-a-text', 'm', path, 'x', 1).message;
    expect(place(['amount', 3])).toContain('"amount[3]"');
    expect(place(['logs', 0, 'id', 5])).toContain('"logs[0].id[5]"');
    expect(place([])).toContain('""');
  });
});

describe('InputError', () => {
  const issue = (place: number) => inputIssue('not-an-id', 'eventLog', ['rows', place, 'user'], 'an id', null);

  test('is a RangeError that says all its first issue says', () => {
    const error = refusalOf(() => refuse('above-limit', 'churnRate', ['lost'], 'at most "start" (5)', 7));
    expect(error).toBeInstanceOf(RangeError);
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({
      name: 'InputError',
      code: 'above-limit',
      metric: 'churnRate',
      path: ['lost'],
      expected: 'at most "start" (5)',
      received: '7',
      issueCount: 1,
    });
    expect(error.message).toBe('churnRate: "lost" must be at most "start" (5); received 7');
    expect(String(error)).toBe(`InputError: ${error.message}`);
  });

  test('carries its issues in the form of Standard Schema: a message and a path of keys', () => {
    const { issues } = refusalOf(() => refuse('above-limit', 'churnRate', ['lost'], 'small', 7));
    for (const { message, path } of issues) {
      expect(message).toBeTypeOf('string');
      expect(path.every((key) => ['string', 'number'].includes(typeof key))).toBe(true);
    }
    expect(issues).toHaveLength(1);
  });

  test('of several issues, tells the first and how many there are', () => {
    const error = new InputError('eventLog', [issue(3), issue(5)], 70);
    expect(error.message).toBe('eventLog: "rows[3].user" must be an id; received null (the first of 70 issues)');
    expect(error.issueCount).toBe(70);
    expect(error.issues.map(({ path }) => path[1])).toEqual([3, 5]);
  });

  test('survives JSON with all that tells what was wrong', () => {
    const copy = JSON.parse(JSON.stringify(new InputError('eventLog', [issue(3)])));
    expect(copy).toMatchObject({ name: 'InputError', code: 'not-an-id', path: ['rows', 3, 'user'], issueCount: 1 });
  });
});

describe('isInputError', () => {
  test('knows the error of this copy of the library', () => {
    expect(isInputError(refusalOf(() => refuse('not-rows', 'm', ['rows'], 'rows', 1)))).toBe(true);
  });

  test('knows the error of another copy, which is another class', () => {
    class ForeignInputError extends RangeError {
      override readonly name = 'InputError';
      readonly issueCount = 1;
    }
    expect(isInputError(new ForeignInputError('from elsewhere'))).toBe(true);
  });

  test('knows no other error, and nothing that is no error', () => {
    const named = Object.assign(new Error('x'), { name: 'InputError' });
    for (const other of [new Error('x'), new RangeError('x'), named, { name: 'InputError', issueCount: 1 }])
      expect(isInputError(other)).toBe(false);
    for (const [, value] of HOSTILE_VALUES) expect(isInputError(value)).toBe(false);
  });
});
