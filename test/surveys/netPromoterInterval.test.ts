import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { netPromoterInterval } from '../../src/surveys/netPromoterInterval.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { average, chanceGrid, multinomial, outcomes } from './trinomial.ts';

const count = fc.oneof(fc.nat(12), fc.nat(1e6));
const anyCounts = fc
  .record({ promoters: count, passives: count, detractors: count })
  .filter(({ promoters, passives, detractors }) => promoters + passives + detractors > 0);
const Z = 1.959963984540054;

describe('netPromoterInterval', () => {
  test('adds 3/4 promoters, 3/2 passives and 3/4 detractors', () => {
    // 50.75, 31.5 and 20.75 of 103: 0.4927…, 0.2014…, a score of 30 / 103 and a variance of 71.5 / 103 - (30 / 103)^2.
    const score = 30 / 103;
    const reach = Z * Math.sqrt((71.5 / 103 - score ** 2) / 103);
    const { estimate, lower, upper, level, method } = netPromoterInterval({
      ...{ promoters: 50, passives: 30, detractors: 20 },
    });
    expect([estimate, level, method]).toEqual([30, 0.95, 'adjustedWald']);
    expect(lower).toBeCloseTo(100 * (score - reach), 10);
    expect(upper).toBeCloseTo(100 * (score + reach), 10);
  });

  test('has a width where all agree, and is cut at the end of the scale', () => {
    const { lower, upper } = netPromoterInterval({ promoters: 5, passives: 0, detractors: 0 });
    // 5.75 of 8 promoters and 0.75 detractors: score 0.625, variance 0.8125 - 0.390625 = 0.421875.
    expect(lower).toBeCloseTo(100 * (0.625 - Z * Math.sqrt(0.421875 / 8)), 10);
    expect(upper).toBe(100);
  });

  test('is NaN, but for level and method, where nobody answered', () => {
    expect(netPromoterInterval({ promoters: 0, passives: 0, detractors: 0 }, { level: 0.9 })).toEqual({
      ...{ estimate: Number.NaN, lower: Number.NaN, upper: Number.NaN, level: 0.9, method: 'adjustedWald' },
    });
  });

  test('holds the estimate at 0.95, but for a single answer that is no passive one', () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const { lower, estimate, upper } = netPromoterInterval(counts);
        const isSingle = counts.promoters + counts.passives + counts.detractors === 1 && counts.passives === 0;
        expect(lower <= estimate && estimate <= upper).toBe(!isSingle);
      }),
    );
    // 1.75 of 4 promoters and 0.75 detractors: score 0.25, variance 0.625 - 0.0625 = 0.5625, reach z x 0.75 / 2.
    const single = netPromoterInterval({ promoters: 1, passives: 0, detractors: 0 });
    expect(single.upper).toBeCloseTo(100 * (0.25 + Z * 0.375), 10);
  });

  test('at which level it holds the estimate of n who all agree is exactly as the doc block says', () => {
    for (const n of [1, 2, 5, 40, 1000]) {
      const deviate = Math.sqrt((2 * (n + 3)) / (n + 1));
      for (const [factor, holds] of [
        [1.0001, true],
        [0.9999, false],
      ] as const) {
        const level = normalLevel(factor * deviate);
        const upper = netPromoterInterval({ promoters: n, passives: 0, detractors: 0 }, { level }).upper;
        expect(upper === 100).toBe(holds);
      }
    }
  });

  test('holds every estimate from two standard errors on', () => {
    for (const [promoters, passives, detractors] of outcomes(12, 3).concat(outcomes(1, 3), outcomes(2, 3))) {
      const counts = { promoters: promoters!, passives: passives!, detractors: detractors! };
      const { lower, estimate, upper } = netPromoterInterval(counts, { level: 0.9545 });
      expect(lower <= estimate && estimate <= upper).toBe(true);
    }
  });

  test('widens with the level, shrinks with more of the same answers, and mirrors', () => {
    fc.assert(
      fc.property(anyCounts, fc.double({ min: 0.5, max: 0.99, noNaN: true }), (counts, level) => {
        const own = netPromoterInterval(counts, { level });
        const wide = netPromoterInterval(counts, { level: level + 0.009 });
        expect(wide.lower <= own.lower && wide.upper >= own.upper).toBe(true);
        const mirrored = { ...counts, promoters: counts.detractors, detractors: counts.promoters };
        const turned = netPromoterInterval(mirrored, { level });
        expect(Math.abs(turned.lower + own.upper)).toBeLessThan(1e-12);
        expect([own.lower >= -100, own.upper <= 100]).toEqual([true, true]);
      }),
    );
    const width = (times: number) => {
      const { lower, upper } = netPromoterInterval({ promoters: 5 * times, passives: 3 * times, detractors: times });
      return upper - lower;
    };
    expect([width(2) < width(1), width(10) < width(2)]).toEqual([true, true]);
  });
});

/** The level of so many standard errors, by Simpson's rule on the density of the normal law. */
function normalLevel(deviate: number): number {
  const steps = 2000;
  let sum = 0;
  for (let i = 0; i <= steps; i++) {
    const x = (deviate * i) / steps;
    const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
    sum += weight * Math.exp((-x * x) / 2);
  }
  return (2 * sum * deviate) / (3 * steps * Math.sqrt(2 * Math.PI));
}

describe('netPromoterInterval holds the true score about as often as it says', () => {
  const grid = chanceGrid(20, 3);

  /** How often each interval of n answers holds the true score, for every point of the grid: by enumeration. */
  function coverage(n: number, ends: (counts: readonly number[]) => readonly [number, number]): number[] {
    const all = outcomes(n, 3).map((counts) => ({ counts, ends: ends(counts) }));
    return grid.map((chances) => {
      const truth = 100 * (chances[0]! - chances[2]!);
      let held = 0;
      for (const {
        counts,
        ends: [lower, upper],
      } of all)
        if (lower - 1e-9 <= truth && truth <= upper + 1e-9) held += multinomial(counts, chances);
      return held;
    });
  }

  const adjusted = ([promoters, passives, detractors]: readonly number[]): [number, number] => {
    const counts = { promoters: promoters!, passives: passives!, detractors: detractors! };
    const { lower, upper } = netPromoterInterval(counts);
    return [lower, upper];
  };

  const plain = ([promoters, passives, detractors]: readonly number[]): [number, number] => {
    const n = promoters! + passives! + detractors!;
    const score = (promoters! - detractors!) / n;
    const reach = Z * Math.sqrt(Math.max(0, (promoters! + detractors!) / n - score ** 2) / n);
    return [100 * (score - reach), 100 * (score + reach)];
  };

  // The figures of docs/surveys.md: mean and least over the 231 points of chances in steps of 5 %.
  test.each([
    [5, '0.951', '0.835', '0.776', '0.225'],
    [10, '0.952', '0.879', '0.862', '0.400'],
    [20, '0.951', '0.908', '0.911', '0.639'],
    [50, '0.950', '0.922', '0.936', '0.879'],
    [100, '0.950', '0.937', '0.942', '0.877'],
  ])(
    '%i answers: %s on average and %s at least, the plain interval %s and %s',
    (n, mean, least, plainMean, plainLeast) => {
      const own = coverage(n, adjusted);
      const other = coverage(n, plain);
      expect([average(own), Math.min(...own)].map((share) => share.toFixed(3))).toEqual([mean, least]);
      expect([average(other), Math.min(...other)].map((share) => share.toFixed(3))).toEqual([plainMean, plainLeast]);
    },
  );

  test('what is enumerated has a chance of 1 in all', () => {
    for (const chances of grid) {
      const total = outcomes(20, 3).reduce((sum, counts) => sum + multinomial(counts, chances), 0);
      expect(Math.abs(total - 1)).toBeLessThan(1e-12);
    }
  });
});

describe('netPromoterInterval refuses', () => {
  test('answers that are not whole, a level that is none, another option', () => {
    const counts = { promoters: 1, passives: 1, detractors: 1 };
    expect(refusalOf(() => netPromoterInterval({ ...counts, passives: 0.5 })).code).toBe('not-a-count');
    expect(refusalOf(() => netPromoterInterval(counts, { level: 95 })).code).toBe('not-an-option');
    expect(refusalOf(() => netPromoterInterval(counts, { method: 'wald' } as never)).code).toBe('unknown-option');
  });
});
