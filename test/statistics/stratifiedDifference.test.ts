import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { levelDeviate } from '../../src/statistics/levelDeviate.ts';
import { proportionDifference } from '../../src/statistics/proportionDifference.ts';
import { type Stratum, stratifiedDifference } from '../../src/statistics/stratifiedDifference.ts';
import { runs } from '../laws/runs.ts';

const z = levelDeviate(0.95);
const stratum = (a: number, m: number, b: number, n: number): Stratum => ({
  first: { successes: a, trials: m },
  second: { successes: b, trials: n },
});
const counts = fc
  .integer({ min: 1, max: 500 })
  .chain((trials) => fc.record({ successes: fc.integer({ min: 0, max: trials }), trials: fc.constant(trials) }));
const anyStratum = fc.record({ first: counts, second: counts });

describe('stratifiedDifference', () => {
  test('of one stratum is Newcombe’s interval', () => {
    fc.assert(
      fc.property(anyStratum, (one) => {
        const { estimate, lower, upper } = proportionDifference(one.first, one.second);
        const found = stratifiedDifference([one], z);
        expect(Math.abs(found.estimate - estimate)).toBeLessThan(1e-15);
        expect(Math.abs(found.interval.lower - lower)).toBeLessThan(1e-14);
        expect(Math.abs(found.interval.upper - upper)).toBeLessThan(1e-14);
      }),
      runs(200),
    );
  });

  test('of k strata alike is nearer by the square root of k', () => {
    // Newcombe (1998), table II, method 10: 56/70 - 48/80 lies within 0.0524 and 0.3339.
    const found = stratifiedDifference(new Array(4).fill(stratum(56, 70, 48, 80)), z);
    expect(found.estimate).toBeCloseTo(0.2, 15);
    expect(found.interval.lower).toBeCloseTo(0.2 - (0.2 - 0.0524) / 2, 4);
    expect(found.interval.upper).toBeCloseTo(0.2 + (0.3339 - 0.2) / 2, 4);
  });

  // Estimate and ends worked with 40 digits, in another language, from the formula.
  test.each([
    [
      'kidney stones, small and large',
      [stratum(81, 87, 234, 270), stratum(192, 263, 55, 80)],
      [0.05367121738560378, -0.01332676313597589, 0.11932931605591451],
    ],
    [
      'strata in which no one, or everyone, succeeds',
      [stratum(0, 5, 0, 4), stratum(3, 3, 1, 2)],
      [0.17857142857142858, -0.22188451092603192, 0.4931889447117552],
    ],
  ])('%s, worked with 40 digits', (_, strata, expected) => {
    const { estimate, interval } = stratifiedDifference(strata, z);
    [estimate, interval.lower, interval.upper].forEach((value, place) => {
      expect(value).toBeCloseTo(expected[place]!, 13);
    });
  });

  test('of nothing is NaN', () => {
    expect(stratifiedDifference([], z)).toEqual({
      estimate: Number.NaN,
      interval: { lower: Number.NaN, upper: Number.NaN },
    });
  });

  test('lies within -1 and 1 around its estimate, and never reaches further than the mean of the strata’s own', () => {
    fc.assert(
      fc.property(fc.array(anyStratum, { minLength: 1, maxLength: 8 }), (strata) => {
        const { estimate, interval } = stratifiedDifference(strata, z);
        const total = strata.reduce((sum, { first, second }) => sum + first.trials + second.trials, 0);
        const meanEnd = (end: 'lower' | 'upper'): number =>
          strata.reduce((sum, { first, second }) => {
            const own = proportionDifference(first, second)[end];
            return sum + ((first.trials + second.trials) / total) * own;
          }, 0);
        expect(interval.lower).toBeGreaterThanOrEqual(Math.max(-1, meanEnd('lower') - 1e-12));
        expect(interval.upper).toBeLessThanOrEqual(Math.min(1, meanEnd('upper') + 1e-12));
        expect(interval.lower <= estimate && estimate <= interval.upper).toBe(true);
      }),
      runs(200),
    );
  });
});
