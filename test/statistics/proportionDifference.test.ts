import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proportionDifference } from '../../src/statistics/proportionDifference.ts';
import { proportionInterval } from '../../src/statistics/proportionInterval.ts';
import { HOSTILE_VALUES } from '../core/hostileValues.ts';
import { refusalOf } from '../core/refusalOf.ts';

const counts = fc
  .integer({ min: 1, max: 10_000 })
  .chain((trials) => fc.record({ successes: fc.integer({ min: 0, max: trials }), trials: fc.constant(trials) }));
const level = fc.double({ min: 0.01, max: 0.999, noNaN: true });

describe('proportionDifference', () => {
  // Newcombe (1998), Interval estimation for the difference between independent proportions, table II, method 10.
  test.each([
    [56, 70, 48, 80, '0.0524', '0.3339'],
    [9, 10, 3, 10, '0.1705', '0.8090'],
    [6, 7, 2, 7, '0.0582', '0.8062'],
    [5, 56, 0, 29, '-0.0381', '0.1926'],
    [0, 10, 0, 20, '-0.1611', '0.2775'],
    [0, 10, 0, 10, '-0.2775', '0.2775'],
    [10, 10, 0, 20, '0.6791', '1.0000'],
    [10, 10, 0, 10, '0.6075', '1.0000'],
  ])('%i/%i - %i/%i, as Newcombe published it', (a, m, b, n, lower, upper) => {
    const difference = proportionDifference({ successes: a, trials: m }, { successes: b, trials: n });
    expect([difference.lower.toFixed(4), difference.upper.toFixed(4)]).toEqual([lower, upper]);
    expect(difference.estimate).toBe(a / m - b / n);
  });

  test('no trial on either side: estimate and ends are NaN', () => {
    const some = { successes: 1, trials: 2 };
    const none = { successes: 0, trials: 0 };
    const nothing = { estimate: Number.NaN, lower: Number.NaN, upper: Number.NaN, level: 0.9, method: 'newcombe' };
    expect(proportionDifference(some, none, { level: 0.9 })).toEqual(nothing);
    expect(proportionDifference(none, some, { level: 0.9 })).toEqual(nothing);
  });

  test('it holds the estimate, stays within -1 and 1 and widens with the level', () => {
    fc.assert(
      fc.property(counts, counts, level, (first, second, level) => {
        const { lower, estimate, upper } = proportionDifference(first, second, { level });
        const wide = proportionDifference(first, second, { level: level + 0.0009 });
        expect(Math.max(-1, wide.lower)).toBeLessThanOrEqual(lower);
        expect(Math.min(1, wide.upper)).toBeGreaterThanOrEqual(upper);
        expect(lower).toBeLessThanOrEqual(estimate);
        expect(upper).toBeGreaterThanOrEqual(estimate);
        expect([lower >= -1, upper <= 1]).toEqual([true, true]);
      }),
    );
  });

  test('the other way round it is the same with the sign turned', () => {
    fc.assert(
      fc.property(counts, counts, level, (first, second, level) => {
        const one = proportionDifference(first, second, { level });
        const other = proportionDifference(second, first, { level });
        expect(one.estimate + other.estimate).toBe(0);
        expect(one.lower + other.upper).toBe(0);
        expect(one.upper + other.lower).toBe(0);
      }),
    );
  });

  test('against a proportion known beyond doubt it is the Wilson interval of the other', () => {
    fc.assert(
      fc.property(counts, (first) => {
        const known = { successes: 2 ** 51, trials: 2 ** 52 };
        const difference = proportionDifference(first, known);
        const { lower, upper } = proportionInterval(first);
        expect(Math.abs(difference.lower + 0.5 - lower)).toBeLessThan(1e-7);
        expect(Math.abs(difference.upper + 0.5 - upper)).toBeLessThan(1e-7);
      }),
    );
  });
});

describe('proportionDifference refuses', () => {
  const good = { successes: 1, trials: 2 };
  const ask = (first: unknown, second: unknown, options?: unknown) => () =>
    proportionDifference(first as never, second as never, options as never);

  test('counts that are none, by the side they came on', () => {
    expect(refusalOf(ask({ successes: 3, trials: 2 }, good)).message).toBe(
      'proportionDifference: "first.successes" must be at most "first.trials" (2); received 3',
    );
    expect(refusalOf(ask(good, { successes: 0.5, trials: 2 })).path).toEqual(['second.successes']);
  });

  test('what is no level or no option', () => {
    expect(refusalOf(ask(good, good, { level: 1 })).code).toBe('not-an-option');
    expect(refusalOf(ask(good, good, { method: 'newcombe' })).code).toBe('unknown-option');
  });

  test.each(HOSTILE_VALUES)('%s on either side', (_, value) => {
    expect(refusalOf(ask(value, good)).metric).toBe('proportionDifference');
    expect(refusalOf(ask(good, value)).metric).toBe('proportionDifference');
    if (!Object.is(value, -0))
      expect(refusalOf(ask(good, { successes: 0, trials: value })).path).toEqual(['second.trials']);
  });
});
