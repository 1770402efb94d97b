import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { productLimitCurve } from '../../src/statistics/productLimitCurve.ts';
import { HOSTILE_VALUES } from '../core/hostileValues.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { nearestDouble } from '../rates/exact.ts';
import aml from '../reference/survival/aml.json' with { type: 'json' };
import { anyThings, columnsOf, endTimes, exactSurvival, ulpsFrom } from './survivalOracle.ts';

const things = anyThings(12);
const numbers = (column: readonly (number | null)[]): number[] => column.map((value) => value ?? Number.NaN);

/** Largest relative distance of two columns; NaN must stand beside NaN. */
function distance(found: Float64Array, expected: readonly number[]): number {
  expect(Array.from(found, Number.isNaN)).toEqual(expected.map(Number.isNaN));
  return Math.max(0, ...expected.map((value, i) => (value === 0 ? found[i]! : Math.abs(found[i]! / value - 1) || 0)));
}

describe('productLimitCurve', () => {
  test.each(['maintained', 'nonmaintained'] as const)('of the %s patients, as R has it', (name) => {
    const { time, ended, curve } = aml[name];
    const found = productLimitCurve({ time, ended });
    expect(Array.from(found.time)).toEqual(curve.time);
    expect(Array.from(found.atRisk)).toEqual(curve.atRisk);
    expect(Array.from(found.ended)).toEqual(curve.ended);
    // R printed 12 to 13 digits.
    expect(distance(found.survival, curve.survival)).toBeLessThan(1e-12);
    expect(distance(found.lower, numbers(curve.lower))).toBeLessThan(1e-11);
    expect(distance(found.upper, numbers(curve.upper))).toBeLessThan(1e-11);
    expect([found.count, found.endedCount, found.longest]).toEqual([
      time.length,
      ended.filter((end) => end === 1).length,
      Math.max(...time),
    ]);
  });

  test('by hand: 5 at risk at 2, 4 at 3 of which one is last seen there, 2 at 5', () => {
    const curve = productLimitCurve({ time: [5, 3, 8, 2, 3], ended: [1, 0, 0, 1, 1] });
    expect(curve).toMatchObject({
      time: Float64Array.of(2, 3, 5),
      atRisk: Float64Array.of(5, 4, 2),
      ended: Float64Array.of(1, 1, 1),
      // 4/5, 4/5 x 3/4, 4/5 x 3/4 x 1/2
      survival: Float64Array.of(0.8, 0.6, 0.3),
      count: 5,
      endedCount: 3,
      longest: 8,
      definition: { level: 0.95, method: 'logLog', weighted: false },
    });
  });

  test('what ends and what is last seen at one time: the end comes first', () => {
    // Last seen first would leave 1 at risk at 4, and nothing after it.
    expect(Array.from(productLimitCurve({ time: [4, 4], ended: [1, 0] }).survival)).toEqual([0.5]);
    expect(Array.from(productLimitCurve({ time: [4, 4], ended: [0, 1] }).survival)).toEqual([0.5]);
  });

  test('of nothing has no times, and nothing is its longest', () => {
    const curve = productLimitCurve({ time: [], ended: [] });
    expect([curve.time.length, curve.survival.length, curve.count, curve.endedCount]).toEqual([0, 0, 0, 0]);
    expect(curve.longest).toBeNaN();
  });

  test('without an end has no times, and says how long it looked', () => {
    const curve = productLimitCurve({ time: [7, 2], ended: [0, 0] });
    expect([curve.time.length, curve.count, curve.endedCount, curve.longest]).toEqual([0, 2, 0, 7]);
  });

  test('takes ends at 0, and -0 for 0', () => {
    const curve = productLimitCurve({ time: [0, -0, 3, 3], ended: [1, 1, 1, 0] });
    expect(Array.from(curve.time)).toEqual([0, 3]);
    expect(Object.is(curve.time[0], 0)).toBe(true);
    expect(Array.from(curve.survival)).toEqual([0.5, 0.25]);
    expect(Object.is(productLimitCurve({ time: [-0], ended: [0] }).longest, 0)).toBe(true);
  });

  test('takes the largest and the smallest times', () => {
    const curve = productLimitCurve({ time: [Number.MAX_VALUE, 5e-324], ended: [1, 1] });
    expect(Array.from(curve.time)).toEqual([5e-324, Number.MAX_VALUE]);
    expect(Array.from(curve.survival)).toEqual([0.5, 0]);
  });
});

describe('productLimitCurve of random tied durations', () => {
  test('has the exact times and counts, and shares within 8 units in the last place of the exact ones', () => {
    fc.assert(
      fc.property(things, (given) => {
        const curve = productLimitCurve(columnsOf(given));
        expect(Array.from(curve.time)).toEqual(endTimes(given));
        curve.time.forEach((at, step) => {
          expect(curve.atRisk[step]).toBe(given.filter(({ time }) => time >= at).length);
          expect(curve.ended[step]).toBe(given.filter(({ time, ended }) => time === at && ended === 1).length);
          const exact = exactSurvival(given, at);
          if (exact.numerator === 0n) expect(curve.survival[step]).toBe(0);
          else expect(ulpsFrom(curve.survival[step]!, exact)).toBeLessThanOrEqual(8);
        });
      }),
      runs(500),
    );
  });

  test('where all ended is exactly the share of longer ones, rounded once', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 200 }), (time) => {
        const curve = productLimitCurve({ time, ended: time.map(() => 1) });
        curve.time.forEach((at, step) => {
          const longer = BigInt(time.filter((own) => own > at).length);
          const exact = nearestDouble({ numerator: longer, denominator: BigInt(time.length) });
          expect(curve.survival[step]).toBe(exact);
        });
      }),
      runs(200),
    );
  });

  test('starts below 1, falls and never rises, and stays within 0 and 1 with its interval around it', () => {
    fc.assert(
      fc.property(things, fc.double({ min: 0.01, max: 0.999, noNaN: true }), (given, level) => {
        const curve = productLimitCurve(columnsOf(given), { level });
        let before = 1;
        curve.survival.forEach((share, step) => {
          expect(share).toBeLessThan(before);
          expect(share).toBeGreaterThanOrEqual(0);
          before = share;
          const [lower, upper] = [curve.lower[step]!, curve.upper[step]!];
          if (share === 0) expect([lower, upper]).toEqual([Number.NaN, Number.NaN]);
          else expect(0 <= lower && lower <= share && share <= upper && upper <= 1).toBe(true);
        });
      }),
      runs(300),
    );
  });

  test('has an interval that widens with the level', () => {
    fc.assert(
      fc.property(things, fc.double({ min: 0.05, max: 0.94, noNaN: true }), (given, level) => {
        const narrow = productLimitCurve(columnsOf(given), { level });
        const wide = productLimitCurve(columnsOf(given), { level: level + 0.05 });
        narrow.survival.forEach((share, step) => {
          if (share === 0) return;
          expect(wide.lower[step]!).toBeLessThan(narrow.lower[step]!);
          expect(wide.upper[step]!).toBeGreaterThan(narrow.upper[step]!);
        });
      }),
      runs(200),
    );
  });

  test('is the same for any order of the things', () => {
    const shuffled = things.chain((given) =>
      fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length, maxLength: given.length })),
    );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(productLimitCurve(columnsOf(other))).toEqual(productLimitCurve(columnsOf(one)));
      }),
      runs(200),
    );
  });

  test('never falls by what is seen for longer before it goes out of sight', () => {
    const longer = things.chain((given) =>
      fc.record({ given: fc.constant(given), place: fc.nat(Math.max(0, given.length - 1)), more: fc.nat(12) }),
    );
    fc.assert(
      fc.property(longer, ({ given, place, more }) => {
        fc.pre(given[place]?.ended === 0);
        const later = given.map((own, at) => (at === place ? { ...own, time: own.time + more } : own));
        const [before, after] = [productLimitCurve(columnsOf(given)), productLimitCurve(columnsOf(later))];
        expect(after.time).toEqual(before.time);
        after.survival.forEach((share, step) => {
          expect(share).toBeGreaterThanOrEqual(before.survival[step]! * (1 - 1e-15));
        });
      }),
      runs(500),
    );
  });

  test('is the same, whatever the unit of time', () => {
    fc.assert(
      fc.property(things, (given) => {
        const { time, ended } = columnsOf(given);
        const days = productLimitCurve({ time, ended });
        const hours = productLimitCurve({ time: time.map((day) => 24 * day), ended });
        expect(Array.from(hours.time)).toEqual(Array.from(days.time, (day) => 24 * day));
        expect({ ...hours, time: days.time, longest: days.longest }).toEqual(days);
      }),
      runs(100),
    );
  });
});

describe('productLimitCurve of weighted durations', () => {
  const weighted = things.chain((given) =>
    fc.tuple(fc.constant(given), fc.array(fc.nat(4), { minLength: given.length, maxLength: given.length })),
  );

  test('a whole weight is the thing so many times, and 0 leaves it out', () => {
    fc.assert(
      fc.property(weighted, ([given, weight]) => {
        const repeated = given.flatMap((own, at) => new Array<typeof own>(weight[at]!).fill(own));
        const expected = productLimitCurve(columnsOf(repeated));
        const found = productLimitCurve({ ...columnsOf(given), weight });
        for (const name of ['time', 'atRisk', 'ended', 'survival', 'longest'] as const)
          expect(found[name]).toEqual(expected[name]);
        const counted = given.filter((_, at) => weight[at]! > 0);
        expect([found.count, found.endedCount]).toEqual([
          counted.length,
          counted.filter(({ ended }) => ended === 1).length,
        ]);
      }),
      runs(300),
    );
  });

  test('all weights times the same change nothing of the shares', () => {
    fc.assert(
      fc.property(weighted, fc.double({ min: 0.01, max: 100, noNaN: true }), ([given, weight], factor) => {
        const one = productLimitCurve({ ...columnsOf(given), weight });
        const other = productLimitCurve({ ...columnsOf(given), weight: weight.map((own) => own * factor) });
        expect(other.time).toEqual(one.time);
        other.survival.forEach((share, step) => {
          expect(Math.abs(share - one.survival[step]!)).toBeLessThanOrEqual(1e-14 * share);
        });
      }),
      runs(300),
    );
  });

  test('has no interval, even where every weight is 1', () => {
    const curve = productLimitCurve({ time: [1, 2, 3], ended: [1, 1, 0], weight: [1, 1, 1] });
    expect([...curve.lower, ...curve.upper].every(Number.isNaN)).toBe(true);
    expect(Array.from(curve.survival)).toEqual([2 / 3, 1 / 3]);
  });

  test('weights so small beside others that they round away leave the curve within 0 and 1', () => {
    const curve = productLimitCurve({ time: [1, 2, 3], ended: [1, 1, 1], weight: [1e-300, 1, 1e300] });
    expect(Array.from(curve.survival)).toEqual([1, 1, 0]);
  });
});

describe('how productLimitCurve reads its input', () => {
  test('takes arrays and typed arrays, frozen ones and records with more columns, and changes none', () => {
    const time = Object.freeze([3, 1, 2]);
    const ended = Object.freeze([1, 1, 0]);
    const rich = Object.freeze({ time, ended, customers: Object.freeze(['a', 'b', 'c']) });
    const typed = { time: Float32Array.from(time), ended: Uint8Array.from(ended) };
    expect(productLimitCurve(rich)).toEqual(productLimitCurve(typed));
    expect(Array.from(typed.time)).toEqual([3, 1, 2]);
  });

  test('an option that is undefined is the default', () => {
    const undefinedOptions = { level: undefined } as unknown as { level: number };
    const given = { time: [1, 2], ended: [1, 1] };
    expect(productLimitCurve(given, undefinedOptions)).toEqual(productLimitCurve(given));
  });

  test('of 200,000 durations is the curve of one in a thousand of them, each a thousand times', () => {
    const few = Array.from({ length: 200 }, (_, i) => ({ time: (i * 37) % 101, ended: i % 3 === 0 ? 0 : 1 }) as const);
    const many = Array.from({ length: 200_000 }, (_, i) => few[i % 200]!);
    const [one, other] = [productLimitCurve(columnsOf(few)), productLimitCurve(columnsOf(many))];
    expect(other.time).toEqual(one.time);
    expect(other.count).toBe(200_000);
    other.survival.forEach((share, step) => {
      expect(Math.abs(share - one.survival[step]!)).toBeLessThan(1e-14);
      expect(other.ended[step]).toBe(1000 * one.ended[step]!);
    });
  });
});

describe('productLimitCurve refuses', () => {
  const ask = (durations: unknown, options?: unknown) => () => productLimitCurve(durations as never, options as never);

  test.each([
    [{ time: [1, -1], ended: [1, 1] }, 'not-a-quantity', '"durations.time[1]" must be a finite number of at least 0'],
    [{ time: [1, '2'], ended: [1, 1] }, 'not-a-quantity', '"durations.time[1]" must be a finite number of at least 0'],
    [{ time: [1, Infinity], ended: [1, 1] }, 'not-a-quantity', 'received Infinity'],
    [{ time: [1, 2], ended: [1, 2] }, 'not-an-option', '"durations.ended[1]" must be 1 (the end was seen) or 0'],
    [{ time: [1, 2], ended: [true, false] }, 'not-an-option', '"durations.ended[0]" must be 1'],
    [{ time: [1, 2], ended: [1] }, 'length-mismatch', '"durations.ended" must be as long as "time" (2); received 1'],
    [{ time: [1], ended: [1], weight: [1, 1] }, 'length-mismatch', '"durations.weight" must be as long as "time" (1)'],
    [{ time: [1], ended: [1], weight: [-1] }, 'not-a-quantity', '"durations.weight[0]" must be'],
    [{ time: [1], ended: [1], weight: null }, 'not-rows', '"durations.weight" must be an array of numbers'],
    [{ time: 5, ended: [1] }, 'not-rows', '"durations.time" must be an array of numbers; received 5'],
    [{ ended: [1] }, 'not-rows', '"durations.time" must be an array of numbers; received undefined'],
  ])('%j, by place and value', (durations, code, words) => {
    const error = refusalOf(ask(durations));
    expect([error.code, error.metric]).toEqual([code, 'productLimitCurve']);
    expect(error.message).toContain(words);
  });

  test('weights that add up to more than there are numbers', () => {
    const huge = { time: [1, 2], ended: [1, 1], weight: [Number.MAX_VALUE, Number.MAX_VALUE] };
    expect(refusalOf(ask(huge)).message).toBe(
      'productLimitCurve: "durations.weight" must be of a finite sum; received Infinity',
    );
  });

  test('what is no level or no option', () => {
    for (const level of [0, 1, 95, Number.NaN, '0.95', null])
      expect(refusalOf(ask({ time: [], ended: [] }, { level })).code).toBe('not-an-option');
    expect(refusalOf(ask({ time: [], ended: [] }, { confidence: 0.9 })).code).toBe('unknown-option');
  });

  test.each(HOSTILE_VALUES)('%s among the times, the ends and the weights', (_, value) => {
    const isQuantity = typeof value === 'number' && value >= 0 && value < Infinity;
    for (const name of ['time', 'ended', 'weight'] as const) {
      const given = { time: [1, 2], ended: [1, 0], weight: [1, 1], [name]: [1, value] };
      const isFine = name === 'ended' ? value === 0 : isQuantity;
      if (isFine) expect(ask(given)).not.toThrow();
      else expect(refusalOf(ask(given)).path).toEqual(['durations', name, 1]);
    }
  });
});
