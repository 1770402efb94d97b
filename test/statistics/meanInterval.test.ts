import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meanInterval } from '../../src/statistics/meanInterval.ts';
import { HOSTILE_VALUES } from '../core/hostileValues.ts';
import { refusalOf } from '../core/refusalOf.ts';

const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const values = fc.array(value, { minLength: 2, maxLength: 30 });
const level = fc.double({ min: 0.01, max: 0.999, noNaN: true });

describe('meanInterval', () => {
  test('is the mean, and t standard errors to either side', () => {
    // Mean 5.6; squared deviations 1.96 + 0.16 + 0.36 + 1.96 + 6.76 = 11.2, of 4 degrees of freedom 2.8; t from tables.
    const reach = 2.7764451051977987 * Math.sqrt(2.8 / 5);
    const { estimate, lower, upper, level, method } = meanInterval([7, 6, 5, 7, 3]);
    expect([estimate, level, method]).toEqual([5.6, 0.95, 'student']);
    expect(lower).toBeCloseTo(5.6 - reach, 12);
    expect(upper).toBeCloseTo(5.6 + reach, 12);
  });

  test("Student's own figures: ten differences of sleep, 1.58 on average, from 0.70 to 2.46", () => {
    // Student (1908): hours of sleep gained by one drug over the other; the standard error 0.389, t 2.262.
    const { estimate, lower, upper } = meanInterval([1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4]);
    expect([estimate, lower, upper].map((end) => end.toFixed(2))).toEqual(['1.58', '0.70', '2.46']);
  });

  test('two values: the mean and tan(pi level / 2) times half their distance to either side', () => {
    fc.assert(
      fc.property(value, value, level, (one, other, level) => {
        const { estimate, lower, upper } = meanInterval([one, other], { level });
        const reach = Math.tan((Math.PI * level) / 2) * Math.abs(one - other) * 0.5;
        const slack = 1e-9 * (1 + reach + Math.abs(one) + Math.abs(other));
        expect(Math.abs(upper - estimate - reach)).toBeLessThan(slack);
        expect(Math.abs(estimate - lower - reach)).toBeLessThan(slack);
      }),
    );
  });

  test('no value: NaN; one value: itself, without ends', () => {
    expect(meanInterval([])).toEqual({
      ...{ estimate: Number.NaN, lower: Number.NaN, upper: Number.NaN, level: 0.95, method: 'student' },
    });
    const { estimate, lower, upper } = meanInterval([5]);
    expect([estimate, lower, upper]).toEqual([5, Number.NaN, Number.NaN]);
  });

  test('values that are all equal: no width, whatever they are', () => {
    fc.assert(
      fc.property(value, fc.integer({ min: 2, max: 50 }), (value, count) => {
        const { lower, upper } = meanInterval(new Array<number>(count).fill(value));
        expect(upper - lower).toBeLessThanOrEqual(1e-14 * Math.abs(value));
      }),
    );
  });

  test('holds its estimate, widens with the level, and moves and stretches with the values', () => {
    fc.assert(
      fc.property(values, level, fc.integer({ min: -100, max: 100 }), (list, level, by) => {
        const { estimate, lower, upper } = meanInterval(list, { level });
        expect(lower <= estimate && estimate <= upper).toBe(true);
        const wide = meanInterval(list, { level: level + 0.0009 });
        expect(wide.upper >= upper && wide.lower <= lower).toBe(true);
        const moved = meanInterval(
          list.map((value) => 2 * value + by),
          { level },
        );
        const slack = 1e-9 * (1 + Math.abs(upper) + Math.abs(lower));
        expect(Math.abs(moved.upper - (2 * upper + by))).toBeLessThan(slack);
      }),
    );
  });

  test('values may be typed or frozen, and are left as they are', () => {
    const list = Object.freeze([7, 6, 5]);
    expect(meanInterval(Float64Array.from(list))).toEqual(meanInterval(list));
  });
});

describe('meanInterval refuses', () => {
  test('what is no list of finite numbers, a level that is none, another option', () => {
    expect(refusalOf(() => meanInterval([1, Number.NaN])).path).toEqual(['values', 1]);
    expect(refusalOf(() => meanInterval('12' as never)).code).toBe('not-rows');
    expect(refusalOf(() => meanInterval([1, 2], { level: 95 })).code).toBe('not-an-option');
    expect(refusalOf(() => meanInterval([1, 2], { method: 'normal' } as never)).code).toBe('unknown-option');
  });

  test.each(HOSTILE_VALUES)('%s among the values', (_, value) => {
    if (typeof value === 'number' && Number.isFinite(value)) return;
    expect(refusalOf(() => meanInterval([1, value as number])).code).toBe('not-a-number');
  });
});
