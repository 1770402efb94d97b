import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { netPromoterDifference } from '../../src/surveys/netPromoterDifference.ts';
import { netPromoterScore } from '../../src/surveys/netPromoterScore.ts';
import {
  type NetPromoterShiftCounts,
  pairedNetPromoterDifference,
} from '../../src/surveys/pairedNetPromoterDifference.ts';
import { NO_FINITE_NUMBERS, refusesField } from '../rates/wrongSubjects.ts';
import { average, chanceGrid, multinomial, outcomes } from './trinomial.ts';

const Z = 1.959963984540054;
const NONE: NetPromoterShiftCounts = {
  ...{ detractorToDetractor: 0, detractorToPassive: 0, detractorToPromoter: 0 },
  ...{ passiveToDetractor: 0, passiveToPassive: 0, passiveToPromoter: 0 },
  ...{ promoterToDetractor: 0, promoterToPassive: 0, promoterToPromoter: 0 },
};
const NAMES = Object.keys(NONE) as (keyof NetPromoterShiftCounts)[];
const count = fc.oneof(fc.nat(12), fc.nat(1e6));
const anyShifts = fc
  .tuple(...NAMES.map(() => count))
  .map((counts) => Object.fromEntries(NAMES.map((name, i) => [name, counts[i]])) as unknown as NetPromoterShiftCounts);

/** The counts of one time, added up over the other. */
function margin(shifts: NetPromoterShiftCounts, time: 'before' | 'after') {
  const place = time === 'before' ? 0 : 1;
  const sumOf = (category: string) =>
    NAMES.filter((name) => name.split('To')[place]!.toLowerCase() === category).reduce(
      (sum, name) => sum + shifts[name],
      0,
    );
  return { promoters: sumOf('promoter'), passives: sumOf('passive'), detractors: sumOf('detractor') };
}

describe('pairedNetPromoterDifference', () => {
  test('is the mean step, with 2/9 of a customer added to each shift', () => {
    // 3 of 5 stay, one rises by 1 and one by 2: the sum is 3 and that of squares 5. Two are added, with squares 24 / 9.
    const shifts = { ...NONE, passiveToPassive: 3, detractorToPassive: 1, detractorToPromoter: 1 };
    const centre = 3 / 7;
    const reach = Z * Math.sqrt(((5 + 24 / 9) / 7 - centre ** 2) / 7);
    const { estimate, lower, upper, level, method } = pairedNetPromoterDifference(shifts);
    expect([estimate, level, method]).toEqual([60, 0.95, 'adjustedWald']);
    expect(lower).toBeCloseTo(100 * (centre - reach), 10);
    expect(upper).toBeCloseTo(100 * (centre + reach), 10);
  });

  test('does not shrink to a point where nobody moved', () => {
    const { estimate, lower, upper } = pairedNetPromoterDifference({ ...NONE, promoterToPromoter: 98 });
    // The squares of what is added, 24 / 9, over 100 customers twice.
    expect(estimate).toBe(0);
    expect(upper).toBeCloseTo(Z * Math.sqrt(24 / 9), 10);
    expect(lower).toBe(-upper);
  });

  test('is the score after less the score before, of the same people', () => {
    fc.assert(
      fc.property(anyShifts, (shifts) => {
        const before = netPromoterScore(margin(shifts, 'before'));
        const after = netPromoterScore(margin(shifts, 'after'));
        const { estimate } = pairedNetPromoterDifference(shifts);
        if (Number.isNaN(before)) expect(estimate).toBeNaN();
        else expect(Math.abs(estimate - (after - before))).toBeLessThan(1e-11);
      }),
    );
  });

  test('holds its estimate from a level of 0.917 on, stays within -200 and 200, and widens with the level', () => {
    fc.assert(
      fc.property(anyShifts, fc.double({ min: 0.917, max: 0.999, noNaN: true }), (shifts, level) => {
        fc.pre(Object.values(shifts).some((shift) => shift > 0));
        const { estimate, lower, upper } = pairedNetPromoterDifference(shifts, { level });
        expect(lower <= estimate && estimate <= upper).toBe(true);
        expect(lower >= -200 && upper <= 200).toBe(true);
        const wide = pairedNetPromoterDifference(shifts, { level: level + 0.0009 });
        expect(wide.lower <= lower && wide.upper >= upper).toBe(true);
      }),
    );
    const all = { ...NONE, detractorToPromoter: 1 };
    expect(pairedNetPromoterDifference(all, { level: 0.917 }).upper).toBe(200);
    expect(pairedNetPromoterDifference(all, { level: 0.916 }).upper).toBeLessThan(200);
  });

  test('turns its sign with the direction of time', () => {
    fc.assert(
      fc.property(anyShifts, (shifts) => {
        const back = Object.fromEntries(
          NAMES.map((name) => {
            const [from, to] = name.split('To') as [string, string];
            const turned = `${to.toLowerCase()}To${from[0]!.toUpperCase()}${from.slice(1)}`;
            return [name, shifts[turned as keyof NetPromoterShiftCounts]];
          }),
        ) as unknown as NetPromoterShiftCounts;
        const one = pairedNetPromoterDifference(shifts);
        const other = pairedNetPromoterDifference(back);
        if (!Number.isNaN(one.estimate)) expect(other.estimate + one.estimate).toBe(0);
        if (!Number.isNaN(one.lower)) expect(Math.abs(other.upper + one.lower)).toBeLessThan(1e-11);
      }),
    );
  });

  test('knows the change of the same people better than the difference of two groups, where most stay as they were', () => {
    const shifts = {
      ...NONE,
      promoterToPromoter: 40,
      passiveToPassive: 30,
      detractorToDetractor: 20,
      passiveToPromoter: 5,
    };
    const paired = pairedNetPromoterDifference(shifts);
    const independent = netPromoterDifference(margin(shifts, 'after'), margin(shifts, 'before'));
    expect((independent.upper - independent.lower) / (paired.upper - paired.lower)).toBeGreaterThan(3);
  });

  test('is NaN where nobody answered both times', () => {
    const { estimate, lower, upper } = pairedNetPromoterDifference(NONE);
    expect([estimate, lower, upper]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  for (const field of ['detractorToDetractor', 'promoterToPromoter'])
    refusesField(
      pairedNetPromoterDifference,
      NONE,
      field,
      'not-a-count',
      'a whole number of at least 0',
      NO_FINITE_NUMBERS.concat([['0.5', 0.5]]),
    );
});

describe('pairedNetPromoterDifference holds the true change about as often as it says', () => {
  // Only the step counts: -2, -1, 0, 1 or 2. Chances in steps of 10 %, and where 75 % and more stay in steps of 2.5 %.
  const loyal = chanceGrid(40, 5).filter(
    (chances) => chances[2]! >= 0.75 && chances[0]! <= 0.05 && chances[4]! <= 0.05,
  );
  const isNew = (chances: readonly number[]): boolean => chances.some((chance) => !Number.isInteger(10 * chance));
  const grid = chanceGrid(10, 5).concat(loyal.filter(isNew));

  const shiftsOf = (steps: readonly number[]): NetPromoterShiftCounts => ({
    ...NONE,
    ...{ promoterToDetractor: steps[0]!, passiveToDetractor: steps[1]!, passiveToPassive: steps[2]! },
    ...{ passiveToPromoter: steps[3]!, detractorToPromoter: steps[4]! },
  });
  const own = (steps: readonly number[]): [number, number] => {
    const { lower, upper } = pairedNetPromoterDifference(shiftsOf(steps));
    return [lower, upper];
  };
  const plain = (steps: readonly number[]): [number, number] => {
    const n = steps.reduce((sum, step) => sum + step, 0);
    const mean = steps.reduce((sum, step, i) => sum + step * (i - 2), 0) / n;
    const squares = steps.reduce((sum, step, i) => sum + step * (i - 2) ** 2, 0) / n;
    const reach = Z * Math.sqrt(Math.max(0, squares - mean ** 2) / n);
    return [100 * (mean - reach), 100 * (mean + reach)];
  };

  function coverage(n: number, ends: (steps: readonly number[]) => readonly [number, number]): number[] {
    const all = outcomes(n, 5).map((steps) => ({ steps, ends: ends(steps) }));
    return grid.map((chances) => {
      const truth = 100 * chances.reduce((sum, chance, i) => sum + chance * (i - 2), 0);
      let held = 0;
      for (const {
        steps,
        ends: [lower, upper],
      } of all)
        if (lower - 1e-9 <= truth && truth <= upper + 1e-9) held += multinomial(steps, chances);
      return held;
    });
  }

  // The figures of docs/surveys.md, found by another program too.
  test.each([
    [5, '0.959', '0.801', '0.752', '0.119'],
    [10, '0.958', '0.849', '0.856', '0.224'],
    [15, '0.955', '0.792', '0.894', '0.316'],
  ])(
    '%i customers: %s on average and %s at least, nothing added %s and %s',
    (n, mean, least, plainMean, plainLeast) => {
      const found = coverage(n, own);
      const other = coverage(n, plain);
      expect([average(found), Math.min(...found)].map((share) => share.toFixed(3))).toEqual([mean, least]);
      expect([average(other), Math.min(...other)].map((share) => share.toFixed(3))).toEqual([plainMean, plainLeast]);
    },
  );
});
