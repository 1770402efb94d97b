import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bootstrapInterval } from '../../src/statistics/bootstrapInterval.ts';
import { HOSTILE_VALUES } from '../core/hostileValues.ts';
import { refusalOf } from '../core/refusalOf.ts';

const mean = (sample: Float64Array) => sample.reduce((total, value) => total + value, 0) / sample.length;

const finite = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 });

describe('bootstrapInterval', () => {
  test('it says what it rests on', () => {
    const interval = bootstrapInterval([1, 2, 3], { statistic: mean, seed: 5, resamples: 10, level: 0.8 });
    expect(Object.keys(interval)).toEqual(['estimate', 'lower', 'upper', 'level', 'resamples', 'seed', 'method']);
    expect(interval).toMatchObject({ estimate: 2, level: 0.8, resamples: 10, seed: 5, method: 'percentile' });
  });

  test('2000 resamples and a level of 0.95 unless told', () => {
    let calls = 0;
    const counting = () => {
      calls += 1;
      return 1;
    };
    const { level, resamples } = bootstrapInterval([1, 2, 3], { statistic: counting, seed: 5 });
    expect([level, resamples, calls]).toEqual([0.95, 2000, 2001]);
  });

  test('the same seed gives the same bytes, another one does not', () => {
    const values = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3.5];
    const once = JSON.stringify(bootstrapInterval(values, { statistic: mean, seed: 1 }));
    expect(JSON.stringify(bootstrapInterval(Float64Array.from(values), { statistic: mean, seed: 1 }))).toBe(once);
    const { seed, ...other } = bootstrapInterval(values, { statistic: mean, seed: 2 });
    expect(once).not.toBe(JSON.stringify({ ...other, seed: 1 }));
  });

  test('two values: a mean over two draws is the one, the other or the middle, at 1/4, 1/4 and 1/2', () => {
    const options = { statistic: mean, seed: 3, resamples: 20_000 };
    expect(bootstrapInterval([0, 2], { ...options, level: 0.4 })).toMatchObject({ lower: 1, upper: 1 });
    expect(bootstrapInterval([0, 2], { ...options, level: 0.6 })).toMatchObject({ lower: 0, upper: 2 });
  });

  test('a mean of many: the percentiles of the binomial law that resampling zeros and ones is', () => {
    // 30 ones in 100: a resample holds Binomial(100, 0.3) ones, whose 2.5 % and 97.5 % points are 21 and 39.
    const values = Array.from({ length: 100 }, (_, i) => (i < 30 ? 1 : 0));
    const total = (sample: Float64Array) => sample.reduce((sum, value) => sum + value, 0);
    const { estimate, lower, upper } = bootstrapInterval(values, { statistic: total, seed: 8, resamples: 20_000 });
    expect([estimate, lower, upper]).toEqual([30, 21, 39]);
  });

  test('equal values leave no doubt', () => {
    fc.assert(
      fc.property(finite, fc.integer({ min: 1, max: 20 }), fc.maxSafeInteger(), (value, count, seed) => {
        const first = (sample: Float64Array) => sample[0]!;
        const interval = bootstrapInterval(new Array(count).fill(value), { statistic: first, seed, resamples: 20 });
        expect([interval.estimate, interval.lower, interval.upper]).toEqual([value, value, value]);
      }),
    );
  });

  test('every resample is as large as the values and made of them', () => {
    fc.assert(
      fc.property(fc.array(finite, { minLength: 1, maxLength: 20 }), fc.maxSafeInteger(), (values, seed) => {
        const statistic = (sample: Float64Array) => {
          expect(sample.length).toBe(values.length);
          expect(sample.every((value) => values.includes(value))).toBe(true);
          return sample[0]!;
        };
        bootstrapInterval(values, { statistic, seed, resamples: 10 });
      }),
    );
  });

  test('it widens with the level', () => {
    const at = (level: number) => bootstrapInterval([1, 5, 2, 8, 4, 4], { statistic: mean, seed: 4, level });
    expect(at(0.99).lower).toBeLessThan(at(0.8).lower);
    expect(at(0.99).upper).toBeGreaterThan(at(0.8).upper);
  });

  test('no value: NaN, and the statistic is not asked', () => {
    const never = () => {
      throw new Error('asked');
    };
    const interval = bootstrapInterval([], { statistic: never, seed: 1 });
    expect([interval.estimate, interval.lower, interval.upper]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  test('one resample without a statistic leaves no interval, though there is an estimate', () => {
    const needsTwo = (sample: Float64Array) => (new Set(sample).size === 2 ? 1 : Number.NaN);
    const interval = bootstrapInterval([1, 2], { statistic: needsTwo, seed: 1 });
    expect([interval.estimate, interval.lower, interval.upper]).toEqual([1, Number.NaN, Number.NaN]);
  });

  test('a statistic that sorts or overwrites its sample changes neither the values nor the result', () => {
    const values = Object.freeze([3, 1, 2, 7, 5]) as number[];
    const middle = (sample: Float64Array) => sample.sort()[2]!;
    const overwriting = (sample: Float64Array) => {
      const result = [...sample].sort((a, b) => a - b)[2]!;
      sample.fill(99);
      return result;
    };
    const one = bootstrapInterval(values, { statistic: middle, seed: 6 });
    expect(bootstrapInterval(values, { statistic: overwriting, seed: 6 })).toEqual(one);
    const typed = Float64Array.of(3, 1, 2);
    bootstrapInterval(typed, { statistic: overwriting, seed: 6, resamples: 3 });
    expect([...typed]).toEqual([3, 1, 2]);
  });

  test('indices as values resample customers: each brings all of its own figures', () => {
    const orders = [[10, 20], [5], [], [40, 1, 1]];
    const perOrder = (customers: Float64Array) => {
      const amounts = [...customers].flatMap((customer) => orders[customer]!);
      return amounts.length === 0 ? 0 : amounts.reduce((a, b) => a + b) / amounts.length;
    };
    const interval = bootstrapInterval([0, 1, 2, 3], { statistic: perOrder, seed: 2 });
    expect(interval.estimate).toBe(77 / 6);
    expect(interval.upper).toBeGreaterThan(interval.estimate);
  });
});

describe('bootstrapInterval refuses', () => {
  const ask = (values: unknown, options: unknown) => () => bootstrapInterval(values as never, options as never);
  const good = { statistic: mean, seed: 1, resamples: 2 };

  test('a value that is not finite, by its index', () => {
    for (const value of [Number.NaN, Infinity, '1', null, undefined, 1n]) {
      const refusal = refusalOf(ask([1, value], good));
      expect([refusal.code, refusal.path]).toEqual(['not-a-number', ['values', 1]]);
    }
    expect(refusalOf(ask(new Array(2), good)).path).toEqual(['values', 0]);
    expect(refusalOf(ask(BigInt64Array.of(1n), good)).code).toBe('not-a-number');
  });

  test('values that are no array', () => {
    for (const values of [
      undefined,
      null,
      'abc',
      '',
      5,
      {},
      { length: 0 },
      new Set([1]),
      new DataView(new ArrayBuffer(8)),
    ])
      expect(refusalOf(ask(values, good)).code).toBe('not-rows');
  });

  test('a missing or fractional seed', () => {
    for (const seed of [undefined, null, 0.5, '1', Number.NaN, 2 ** 53]) {
      const refusal = refusalOf(ask([1], { ...good, seed }));
      expect([refusal.code, refusal.path]).toEqual(['not-an-option', ['seed']]);
    }
  });

  test('resamples that are none, not whole or beyond reason', () => {
    expect(refusalOf(ask([1], { ...good, resamples: 0 })).code).toBe('below-limit');
    expect(refusalOf(ask([1], { ...good, resamples: 1.5 })).code).toBe('not-a-count');
    expect(refusalOf(ask([1], { ...good, resamples: 1e15 })).code).toBe('above-limit');
  });

  test('what is no statistic, and what is no number from one', () => {
    expect(refusalOf(ask([1], { seed: 1 })).code).toBe('not-a-function');
    expect(refusalOf(ask([1], { ...good, statistic: () => '1' })).path).toEqual(['statistic']);
    expect(refusalOf(ask([1], { ...good, statistic: () => undefined })).code).toBe('not-a-number');
  });

  test('options that are none or misspelt', () => {
    expect(refusalOf(ask([1], undefined)).code).toBe('not-a-record');
    expect(refusalOf(ask([1], { ...good, samples: 5 })).code).toBe('unknown-option');
    expect(refusalOf(ask([1], { ...good, level: 95 })).code).toBe('not-an-option');
  });

  test.each(HOSTILE_VALUES)('%s among the values and as each option, unless it is a good one', (_, value) => {
    const fine = typeof value === 'number' && Number.isFinite(value);
    if (!fine) expect(refusalOf(ask([1, value], good)).path).toEqual(['values', 1]);
    if (!Number.isSafeInteger(value)) expect(refusalOf(ask([1], { ...good, seed: value })).path).toEqual(['seed']);
    if (value !== undefined) expect(refusalOf(ask([1], { ...good, resamples: value })).path).toEqual(['resamples']);
    if (typeof value !== 'function')
      expect(refusalOf(ask([1], { ...good, statistic: value })).path).toEqual(['statistic']);
    expect(refusalOf(ask([1], value)).metric).toBe('bootstrapInterval');
  });
});
