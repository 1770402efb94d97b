import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkAtMost,
  checkCount,
  checkFinite,
  checkFraction,
  checkFunction,
  checkInstant,
  checkInterval,
  checkLevel,
  checkOneOf,
  checkOptions,
  checkPositive,
  checkQuantity,
  checkRecord,
  isInstant,
  MAX_INSTANT,
  toMilliseconds,
} from '../../src/core/checks.ts';
import { dateMilliseconds } from '../../src/core/dateMilliseconds.ts';
import { HOSTILE_VALUES } from './hostileValues.ts';
import { refusalOf } from './refusalOf.ts';

const BELOW_ONE = 1 - 2 ** -53;
const ABOVE_ONE = 1 + 2 ** -52;
const NO_NUMBERS = ['5', '', null, undefined, 5n, Symbol('s'), true, [5], {}, Object(5), new Date(0)];
const NOT_FINITE = [Number.NaN, Infinity, -Infinity];

/** A check of one value, bound to a metric and an argument. */
type Check = (value: never) => void;
interface CheckCase {
  readonly name: string;
  readonly check: Check;
  readonly code: string;
  readonly accepts: readonly unknown[];
  readonly refuses: readonly unknown[];
  readonly rule: string;
}

const CASES: readonly CheckCase[] = [
  {
    name: 'checkRecord',
    check: (value) => checkRecord('metric', 'argument', value),
    code: 'not-a-record',
    accepts: [{}, [], new Map(), Object.create(null), new Proxy({}, {})],
    refuses: [null, undefined, 5, 'text', true, () => 1, Symbol('s'), 5n],
    rule: 'an object',
  },
  {
    name: 'checkFinite',
    check: (value) => checkFinite('metric', 'argument', value),
    code: 'not-a-number',
    accepts: [0, -0, -5.5, Number.MAX_VALUE, 5e-324],
    refuses: [...NO_NUMBERS, ...NOT_FINITE],
    rule: 'a finite number',
  },
  {
    name: 'checkQuantity',
    check: (value) => checkQuantity('metric', 'argument', value),
    code: 'not-a-quantity',
    accepts: [0, -0, 5e-324, 0.1, Number.MAX_VALUE],
    refuses: [...NO_NUMBERS, ...NOT_FINITE, -5e-324, -1],
    rule: 'a finite number of at least 0',
  },
  {
    name: 'checkCount',
    check: (value) => checkCount('metric', 'argument', value),
    code: 'not-a-count',
    accepts: [0, -0, 1, 2 ** 53 - 1],
    refuses: [...NO_NUMBERS, ...NOT_FINITE, -1, 0.5, 5e-324, 2 ** 53],
    rule: 'a whole number of at least 0',
  },
  {
    name: 'checkPositive',
    check: (value) => checkPositive('metric', 'argument', value),
    code: 'not-a-quantity',
    accepts: [5e-324, 1, Number.MAX_VALUE],
    refuses: [...NO_NUMBERS, ...NOT_FINITE, 0, -0, -1],
    rule: 'a finite number above 0',
  },
  {
    name: 'checkFunction',
    check: (value) => checkFunction('metric', 'argument', value),
    code: 'not-a-function',
    accepts: [() => 1, Date, new Proxy(() => 1, {})],
    refuses: [null, undefined, {}, 'text', 5],
    rule: 'a function',
  },
];

describe.each(CASES)('$name', ({ check, code, accepts, refuses, rule }) => {
  test('accepts what keeps its rule', () => {
    for (const value of accepts) expect(() => check(value as never)).not.toThrow();
  });

  test('refuses everything else, and says metric, argument, rule and what came', () => {
    for (const value of refuses) {
      const error = refusalOf(() => check(value as never));
      expect(error).toMatchObject({ code, metric: 'metric', path: ['argument'], expected: rule, issueCount: 1 });
      expect(error.message).toBe(`metric: "argument" must be ${rule}; received ${error.received}`);
    }
  });
});

describe('checkFraction', () => {
  test('accepts 0 to 1', () => {
    for (const value of [0, -0, 5e-324, 0.5, BELOW_ONE, 1])
      expect(() => checkFraction('metric', 'share', value)).not.toThrow();
  });

  test('refuses what is above 1 as above its limit, and what is no quantity as none', () => {
    expect(refusalOf(() => checkFraction('metric', 'share', ABOVE_ONE))).toMatchObject({
      code: 'above-limit',
      message: 'metric: "share" must be a fraction from 0 to 1; received 1.0000000000000002',
    });
    for (const value of [...NO_NUMBERS, ...NOT_FINITE, -0.1])
      expect(refusalOf(() => checkFraction('metric', 'share', value as number)).code).toBe('not-a-quantity');
  });
});

describe('checkLevel', () => {
  test('accepts what lies between 0 and 1', () => {
    for (const level of [5e-324, 0.5, 0.95, BELOW_ONE]) expect(() => checkLevel('metric', level)).not.toThrow();
  });

  test('refuses both ends: a level of 1 has no interval', () => {
    for (const level of [0, 1, 95, -0.1, ...NOT_FINITE, ...NO_NUMBERS])
      expect(refusalOf(() => checkLevel('metric', level as number))).toMatchObject({
        code: 'not-an-option',
        path: ['level'],
        expected: 'above 0 and below 1',
      });
  });
});

/** The double so many units in the last place above another. */
function ulpsAbove(value: number, ulps: number): number {
  const bits = new BigInt64Array(1);
  const double = new Float64Array(bits.buffer);
  double[0] = value;
  bits[0]! += BigInt(ulps);
  return double[0];
}

describe('checkAtMost', () => {
  const atMost = (value: number, limit: number): number => checkAtMost('metric', 'part', value, 'whole', limit);

  test('gives back a quantity up to its limit', () => {
    expect([atMost(3, 5), atMost(5, 5), atMost(0, 0), atMost(0.1, 0.2)]).toEqual([3, 5, 0, 0.1]);
  });

  test('names both sides and both values', () => {
    expect(refusalOf(() => atMost(210, 180))).toMatchObject({
      code: 'above-limit',
      path: ['part'],
      message: 'metric: "part" must be at most "whole" (180); received 210',
    });
  });

  test('whole quantities get no allowance, however large', () => {
    expect(refusalOf(() => atMost(2 ** 52 + 1, 2 ** 52)).code).toBe('above-limit');
    expect(refusalOf(() => atMost(1, 0)).code).toBe('above-limit');
  });

  test('a quantity that is not whole and passes its limit by rounding is its limit', () => {
    expect(atMost(0.1 + 0.2, 0.3)).toBe(0.3);
    expect(refusalOf(() => atMost(0.31, 0.3)).code).toBe('above-limit');
    expect(refusalOf(() => atMost(5e-324, 0)).code).toBe('above-limit');
  });

  test('the allowance is 8 units in the last place of a limit that is a power of two', () => {
    expect(atMost(ulpsAbove(0.5, 8), 0.5)).toBe(0.5);
    expect(refusalOf(() => atMost(ulpsAbove(0.5, 9), 0.5)).code).toBe('above-limit');
  });

  test('8 units in the last place are always allowed, 17 never', () => {
    const limits = fc.double({ min: 1e-300, max: 1e300, noNaN: true }).filter((limit) => !Number.isInteger(limit));
    fc.assert(
      fc.property(limits, fc.integer({ min: 1, max: 8 }), (limit, ulps) => {
        expect(atMost(ulpsAbove(limit, ulps), limit)).toBe(limit);
        expect(refusalOf(() => atMost(ulpsAbove(limit, 17), limit)).code).toBe('above-limit');
      }),
    );
  });
});

describe('checkOneOf', () => {
  test('accepts the words of the list and no others', () => {
    expect(() => checkOneOf('metric', 'rule', 'net', ['drop', 'net'])).not.toThrow();
    for (const value of ['Net', '', null, undefined, 5, Symbol('net'), ['net']])
      expect(refusalOf(() => checkOneOf('metric', 'rule', value, ['drop', 'net']))).toMatchObject({
        code: 'not-an-option',
        path: ['rule'],
        expected: "one of 'drop', 'net'",
      });
  });
});

describe('checkOptions', () => {
  test('accepts known keys, whatever is in them, and none', () => {
    for (const options of [{}, { level: undefined }, { level: 5 }, Object.create(null)])
      expect(() => checkOptions('metric', options, ['level', 'seed'])).not.toThrow();
  });

  test('refuses a misspelt key and names it', () => {
    expect(refusalOf(() => checkOptions('metric', { levle: 5 }, ['level', 'seed']))).toMatchObject({
      code: 'unknown-option',
      message: 'metric: "options" must be made of "level", "seed"; received "levle"',
    });
  });

  test('refuses what is no object', () => {
    for (const options of [null, 5, 'level', true])
      expect(refusalOf(() => checkOptions('metric', options as never, ['level'])).code).toBe('not-a-record');
  });
});

describe('instants', () => {
  class OwnDate extends Date {}

  test('are whole milliseconds within the reach of Date', () => {
    expect([0, -0, 1, -1, MAX_INSTANT, -MAX_INSTANT].every(isInstant)).toBe(true);
    expect([0.5, MAX_INSTANT + 1, -MAX_INSTANT - 1, Number.NaN, Infinity, -Infinity].some(isInstant)).toBe(false);
  });

  test('are dates of this realm, of another, and of subclasses', () => {
    for (const date of [new Date(5), new OwnDate(5), runInNewContext('new Date(5)'), Object.freeze(new Date(5))])
      expect(checkInstant('metric', 'at', date)).toBe(5);
  });

  test('are not what only looks like a date', () => {
    const lookAlikes = [
      new Proxy(new Date(5), {}),
      Object.create(Date.prototype),
      { [Symbol.toStringTag]: 'Date' },
      { getTime: () => 5 },
    ];
    for (const value of lookAlikes) {
      expect(dateMilliseconds(value)).toBeUndefined();
      expect(refusalOf(() => checkInstant('metric', 'at', value))).toMatchObject({
        code: 'not-an-instant',
        received: 'an object',
      });
    }
  });

  test('a date is asked for the moment within it, not for a getTime of its own', () => {
    expect(checkInstant('metric', 'at', Object.assign(new Date(5), { getTime: () => 7 }))).toBe(5);
  });

  test('are not texts, bigints or seconds with a fraction', () => {
    for (const value of ['2024-01-01', '5', 5n, 1704067200.5, null, undefined, [5], new Date(Number.NaN)])
      expect(refusalOf(() => checkInstant('metric', 'at', value as number))).toMatchObject({
        code: 'not-an-instant',
        path: ['at'],
        expected: 'a valid Date or whole milliseconds since 1970',
      });
  });

  test.each(HOSTILE_VALUES)('%s is an instant or NaN, and nothing is thrown', (_, value) => {
    const milliseconds = toMilliseconds(value);
    expect(Number.isNaN(milliseconds) || isInstant(milliseconds)).toBe(true);
  });
});

describe('checkInterval', () => {
  test('accepts an interval that ends as it starts', () => {
    expect(() => checkInterval('metric', 5, 5)).not.toThrow();
  });

  test('refuses one that ends before it starts, and says both ends', () => {
    expect(refusalOf(() => checkInterval('metric', 86_400_000, 0))).toMatchObject({
      code: 'reversed-interval',
      message: 'metric: "to" must be at or after "from" (1970-01-02T00:00:00.000Z); received 1970-01-01T00:00:00.000Z',
    });
  });

  test('says the ends of an interval at the limits of Date', () => {
    expect(refusalOf(() => checkInterval('metric', MAX_INSTANT, -MAX_INSTANT)).received).toBe(
      '-271821-04-20T00:00:00.000Z',
    );
  });
});
