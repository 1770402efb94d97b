import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { netPromoterDifference } from '../../src/surveys/netPromoterDifference.ts';
import { netPromoterInterval } from '../../src/surveys/netPromoterInterval.ts';
import type { NetPromoterCounts } from '../../src/surveys/netPromoterScore.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { average, chanceGrid, multinomial, outcomes } from './trinomial.ts';

const count = fc.oneof(fc.nat(12), fc.nat(1e6));
const anyCounts = fc
  .record({ promoters: count, passives: count, detractors: count })
  .filter(({ promoters, passives, detractors }) => promoters + passives + detractors > 0);
const NORTH = { promoters: 50, passives: 30, detractors: 20 };
const SOUTH = { promoters: 35, passives: 35, detractors: 30 };
const Z = 1.959963984540054;

describe('netPromoterDifference', () => {
  test('is the first less the second, its reach the square root of the squared distances added', () => {
    const { estimate, lower, upper, level, method } = netPromoterDifference(NORTH, SOUTH);
    // North from 14.0511 to 44.2013 around 30, south from -10.6990 to 20.4077 around 5, by the formula of one score.
    const south = netPromoterInterval(SOUTH);
    expect([estimate, level, method]).toEqual([25, 0.95, 'squareAndAdd']);
    expect(lower).toBeCloseTo(25 - Math.hypot(30 - 14.051130178761612, south.upper - 5), 9);
    expect(upper).toBeCloseTo(25 + Math.hypot(44.201297005704404 - 30, 5 - south.lower), 9);
  });

  test('against a score known beyond doubt it is the interval of the other', () => {
    const known = { promoters: 1e13, passives: 1e13, detractors: 1e13 };
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const single = counts.promoters + counts.passives + counts.detractors === 1;
        fc.pre(!single);
        const { lower, upper } = netPromoterDifference(counts, known);
        const own = netPromoterInterval(counts);
        expect(Math.abs(lower - own.lower)).toBeLessThan(1e-4);
        expect(Math.abs(upper - own.upper)).toBeLessThan(1e-4);
      }),
    );
  });

  test('holds its estimate at any level, stays within -200 and 200, and turns its sign the other way round', () => {
    fc.assert(
      fc.property(anyCounts, anyCounts, fc.double({ min: 0.001, max: 0.9999, noNaN: true }), (one, other, level) => {
        const { estimate, lower, upper } = netPromoterDifference(one, other, { level });
        expect(lower <= estimate && estimate <= upper).toBe(true);
        expect(lower >= -200 - 1e-12 && upper <= 200 + 1e-12).toBe(true);
        const turned = netPromoterDifference(other, one, { level });
        expect([turned.estimate + estimate, turned.lower + upper, turned.upper + lower]).toEqual([0, 0, 0]);
      }),
    );
  });

  test('takes an end on the far side of its score for the score', () => {
    // The interval of a single promoter ends at 98.5, below the score of 100: nothing is added upwards for it.
    const single = { promoters: 1, passives: 0, detractors: 0 };
    const { upper } = netPromoterDifference(single, SOUTH);
    expect(upper).toBeCloseTo(95 + (5 - netPromoterInterval(SOUTH).lower), 10);
  });

  test('is NaN where nobody answered on either side', () => {
    const nobody = { promoters: 0, passives: 0, detractors: 0 };
    for (const [one, other] of [
      [nobody, NORTH],
      [NORTH, nobody],
    ] as const) {
      const { estimate, lower, upper } = netPromoterDifference(one, other);
      expect([estimate, lower, upper]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    }
  });

  test('refuses counts that are none by the side they came on, and names itself', () => {
    const error = refusalOf(() => netPromoterDifference(NORTH, { ...SOUTH, passives: -1 }));
    expect([error.code, error.path, error.metric]).toEqual([
      ...['not-a-count', ['second.passives'], 'netPromoterDifference'],
    ]);
    expect(refusalOf(() => netPromoterDifference(NORTH, undefined as never)).path).toEqual(['second']);
    expect(refusalOf(() => netPromoterDifference(NORTH, SOUTH, { level: 1 })).code).toBe('not-an-option');
  });
});

describe('netPromoterDifference holds the true difference about as often as it says', () => {
  type Ends = (one: readonly number[], other: readonly number[]) => readonly [number, number];
  const grid = chanceGrid(6, 3);

  function coverage(size: number, otherSize: number, ends: Ends): number[] {
    const ones = outcomes(size, 3);
    const others = outcomes(otherSize, 3);
    const pairs = ones.map((one) => others.map((other) => ends(one, other)));
    const shares: number[] = [];
    for (const chances of grid)
      for (const otherChances of grid) {
        const truth = 100 * (chances[0]! - chances[2]! - otherChances[0]! + otherChances[2]!);
        const chanceOfOther = others.map((other) => multinomial(other, otherChances));
        let held = 0;
        ones.forEach((one, i) => {
          const chance = multinomial(one, chances);
          if (chance === 0) return;
          others.forEach((_, j) => {
            const [lower, upper] = pairs[i]![j]!;
            if (lower - 1e-9 <= truth && truth <= upper + 1e-9) held += chance * chanceOfOther[j]!;
          });
        });
        shares.push(held);
      }
    return shares;
  }

  const countsOf = ([promoters, passives, detractors]: readonly number[]): NetPromoterCounts => ({
    ...{ promoters: promoters!, passives: passives!, detractors: detractors! },
  });
  const own: Ends = (one, other) => {
    const { lower, upper } = netPromoterDifference(countsOf(one), countsOf(other));
    return [lower, upper];
  };
  /** Two normal errors added, with so many answers added to each group. */
  const normal = (added: number): Ends => {
    const part = ([promoters, passives, detractors]: readonly number[]) => {
      const n = promoters! + passives! + detractors! + added;
      const score = (promoters! - detractors!) / n;
      return [score, ((promoters! + detractors! + added / 2) / n - score ** 2) / n] as const;
    };
    return (one, other) => {
      const [score, variance] = part(one);
      const [otherScore, otherVariance] = part(other);
      const reach = Z * Math.sqrt(Math.max(0, variance + otherVariance));
      return [100 * (score - otherScore - reach), 100 * (score - otherScore + reach)];
    };
  };

  // The figures of docs/surveys.md, found by another program too: mean and least over the pairs of 28 points of chances in
  // steps of 1/6.
  test.each([
    [5, 5, ['0.955', '0.804'], ['0.949', '0.813'], ['0.838', '0.563']],
    [10, 10, ['0.955', '0.896'], ['0.947', '0.838'], ['0.904', '0.820']],
    [5, 20, ['0.953', '0.804'], ['0.949', '0.813'], ['0.855', '0.563']],
    [20, 20, ['0.954', '0.908'], ['0.949', '0.869'], ['0.928', '0.858']],
  ])(
    '%i and %i answers: %j on average and at least; with half the added answers in each group %j, with none %j',
    (...row) => {
      const [size, otherSize, ...expected] = row;
      const found = [own, normal(1.5), normal(0)].map((ends) => {
        const shares = coverage(size, otherSize, ends);
        return [average(shares), Math.min(...shares)].map((share) => share.toFixed(3));
      });
      expect(found).toEqual(expected);
    },
  );
});
