import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { giniCoefficient } from '../../src/segments/giniCoefficient.ts';
import { lorenzCurve } from '../../src/segments/lorenzCurve.ts';
import { shareHolding } from '../../src/segments/shareHolding.ts';
import { topShare } from '../../src/segments/topShare.ts';
import { HOSTILE_VALUES } from '../core/hostileValues.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { nearestDouble, ulpsOff } from '../rates/exact.ts';
import { anyValues, exactGini, exactShareHolding, exactTopShare, totalOf } from './concentrationOracle.ts';

const share = fc.integer({ min: 0, max: 20 });

/** Figures of every kind, to hold laws of all of them at once. */
function figuresOf(values: readonly number[]): number[] {
  const shares = [0, 0.05, 0.2, 0.5, 0.8, 1];
  return [
    giniCoefficient(values),
    ...shares.map((part) => topShare(values, { share: part })),
    ...shares.map((part) => shareHolding(values, { share: part })),
  ];
}

function expectNear(found: readonly number[], expected: readonly number[], relative = 1e-12): void {
  found.forEach((value, place) => {
    expect(Math.abs(value - expected[place]!)).toBeLessThanOrEqual(relative * Math.abs(expected[place]!));
  });
}

describe('the Lorenz curve', () => {
  test('goes from nobody with nothing to everybody with everything, the poorest first', () => {
    // 1, 2, 3, 4 of 10.
    const { customerShare, valueShare, negativeCount } = lorenzCurve([4, 1, 3, 2]);
    expect([...customerShare]).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect([...valueShare]).toEqual([0, 0.1, 0.3, 0.6, 1]);
    expect(negativeCount).toBe(0);
  });

  test('dips below 0 where values do, and counts them', () => {
    const { valueShare, negativeCount } = lorenzCurve([-2, 8, -1, 5, 0]);
    expect([...valueShare]).toEqual([0, -0.2, -0.3, -0.3, 0.2, 1]);
    expect(negativeCount).toBe(2);
  });

  test('has no shares where the sum is not above 0', () => {
    expect([...lorenzCurve([-1, 1]).valueShare]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(lorenzCurve([])).toEqual({
      customerShare: Float64Array.of(0),
      valueShare: Float64Array.of(Number.NaN),
      negativeCount: 0,
      definition: { order: 'ascending' },
    });
  });

  test('of whole values has exact prefix sums, correctly rounded, whatever their order', () => {
    fc.assert(
      fc.property(anyValues(-50), (values) => {
        fc.pre(totalOf(values) > 0n);
        const rising = [...values].sort((one, other) => one - other);
        const expected = Array.from({ length: values.length + 1 }, (_, place) =>
          nearestDouble({ numerator: totalOf(rising.slice(0, place)), denominator: totalOf(values) }),
        );
        expect([...lorenzCurve(values).valueShare]).toEqual(expected);
      }),
      runs(300),
    );
  });

  test('ends at exactly 1, and sags: each customer adds at least as much as the one before', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: 1 }), (values) => {
        fc.pre(values.some((value) => value > 1e-9));
        const { valueShare } = lorenzCurve(values);
        expect(valueShare.at(-1)).toBe(1);
        for (let place = 2; place < valueShare.length; place++) {
          const [before, here, after] = valueShare.subarray(place - 2, place + 1) as unknown as [
            number,
            number,
            number,
          ];
          expect(after - here).toBeGreaterThanOrEqual(here - before - 4 * Number.EPSILON);
        }
      }),
      runs(300),
    );
  });

  test('is not bent by rounding: of ten customers of 0.1 five hold exactly half', () => {
    // Added one by one in floating point, ten of them make 0.9999999999999999.
    const { valueShare } = lorenzCurve(new Array<number>(10).fill(0.1));
    expect([valueShare[5], valueShare[10]]).toEqual([0.5, 1]);
  });
});

describe('the Gini coefficient', () => {
  test('is 0 where all are equal, exactly, and 1 less a customer in n where one holds everything', () => {
    expect(giniCoefficient([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1])).toBe(0);
    expect(giniCoefficient([0, 0, 0, 8])).toBe(0.75);
    expect(giniCoefficient([5])).toBe(0);
  });

  test('of 1, 2, 3, 4 is 1/4', () => {
    // All pairs, both ways: 2 x (1 + 2 + 3 + 1 + 2 + 1) = 20; over 2 n times the sum, 2 x 4 x 10.
    expect(giniCoefficient([3, 1, 4, 2])).toBe(0.25);
  });

  test('passes 1 where values are below 0', () => {
    // Pairs: 2 x (|-3 - 4|) = 14; over 2 x 2 x 1.
    expect(giniCoefficient([-3, 4])).toBe(3.5);
  });

  test('is twice the area between the curve and the diagonal', () => {
    fc.assert(
      fc.property(anyValues(0), (values) => {
        fc.pre(totalOf(values) > 0n);
        const { valueShare } = lorenzCurve(values);
        let under = 0;
        for (let place = 1; place < valueShare.length; place++)
          under += (valueShare[place - 1]! + valueShare[place]!) / 2 / values.length;
        expect(Math.abs(giniCoefficient(values) - (1 - 2 * under))).toBeLessThan(1e-12);
      }),
      runs(200),
    );
  });

  test('is the exact one, correctly rounded, of whole values, negative ones too', () => {
    fc.assert(
      fc.property(anyValues(-50), (values) => {
        fc.pre(totalOf(values) > 0n);
        expect(giniCoefficient(values)).toBe(nearestDouble(exactGini(values)));
      }),
      runs(300),
    );
  });

  test('falls when a richer customer gives to a poorer one', () => {
    fc.assert(
      fc.property(anyValues(0), fc.nat(), fc.nat(), fc.integer({ min: 1, max: 99 }), (values, one, other, percent) => {
        const rich = one % values.length;
        const poor = other % values.length;
        const gap = values[rich]! - values[poor]!;
        fc.pre(gap >= 2);
        const gift = Math.max(1, Math.floor((gap * percent) / 100));
        fc.pre(gift < gap);
        const after = values.map((value, place) => value + (place === poor ? gift : place === rich ? -gift : 0));
        expect(giniCoefficient(after)).toBeLessThan(giniCoefficient(values));
      }),
      runs(300),
    );
  });
});

describe('the share of the top', () => {
  test('is that of the richest customers, so many as are in it', () => {
    expect(topShare([10, 40, 20, 20, 10], { share: 0.2 })).toBe(0.4);
    expect(topShare([10, 40, 20, 20, 10], { share: 0.6 })).toBe(0.8);
  });

  test('takes the customer at the boundary in part', () => {
    // 0.2 of 3 customers is 0.6 of one, of the 60: 36 of 100.
    expect(topShare([30, 60, 10], { share: 0.2 })).toBeCloseTo(0.36, 15);
  });

  test('is 0 of nobody and 1 of everybody', () => {
    expect(topShare([3, 1], { share: 0 })).toBe(0);
    expect(topShare([0.1, 0.2, 0.3], { share: 1 })).toBe(1);
  });

  test('passes 1 where the others hold less than nothing', () => {
    expect(topShare([-5, 15], { share: 0.5 })).toBe(1.5);
  });

  test('is the exact one of slices of customers, for whole values', () => {
    fc.assert(
      fc.property(anyValues(-50), share, (values, twentieths) => {
        fc.pre(totalOf(values) > 0n);
        const exact = exactTopShare(values, twentieths, 20);
        const found = topShare(values, { share: twentieths / 20 });
        if (exact.numerator === 0n) expect(found).toBe(0);
        else expect(ulpsOff(found, exact)).toBeLessThan(200);
      }),
      runs(300),
    );
  });
});

describe('the share that holds', () => {
  test('is that of the fewest customers who have so much between them', () => {
    expect(shareHolding([10, 40, 20, 20, 10], { share: 0.8 })).toBe(0.6);
    expect(shareHolding([10, 40, 20, 20, 10], { share: 0.4 })).toBe(0.2);
  });

  test('takes the last customer in part', () => {
    // 60 and half of the 40 are 0.8 of 100: one customer and a half of two.
    expect(shareHolding([60, 40], { share: 0.8 })).toBe(0.75);
  });

  test('does not need those who hold nothing', () => {
    expect(shareHolding([5, 0, 0, 0], { share: 1 })).toBe(0.25);
    expect(shareHolding([5, 5, -2, -2], { share: 1 })).toBeCloseTo((1 + 1 / 5) / 4, 15);
  });

  test('of nothing is 0', () => {
    expect(shareHolding([5, 1], { share: 0 })).toBe(0);
  });

  test('is the exact one for whole values', () => {
    fc.assert(
      fc.property(anyValues(-50), share, (values, twentieths) => {
        fc.pre(totalOf(values) > 0n);
        const { numerator, denominator } = exactShareHolding(values, twentieths, 20);
        const exact = Number(numerator) / Number(denominator);
        // By the size of the whole: a customer of 1 among a million is a step of the sum's own rounding.
        expect(Math.abs(shareHolding(values, { share: twentieths / 20 }) - exact)).toBeLessThan(1e-9);
      }),
      runs(300),
    );
  });

  test('is the inverse of the share of the top', () => {
    fc.assert(
      fc.property(anyValues(1), fc.double({ min: 0, max: 1, noNaN: true }), (values, part) => {
        const customers = shareHolding(values, { share: part });
        expect(Math.abs(topShare(values, { share: customers }) - part)).toBeLessThan(1e-12);
      }),
      runs(300),
    );
  });
});

describe('concentration', () => {
  test('does not depend on the order of customers', () => {
    const shuffledToo = anyValues(-50).chain((values) =>
      fc.tuple(fc.constant(values), fc.shuffledSubarray(values, { minLength: values.length })),
    );
    fc.assert(
      fc.property(shuffledToo, ([values, other]) => {
        expect(figuresOf(other)).toEqual(figuresOf(values));
      }),
      runs(100),
    );
  });

  test('does not depend on the unit of the values', () => {
    fc.assert(
      fc.property(anyValues(0), fc.integer({ min: -60, max: 60 }), (values, power) => {
        expect(figuresOf(values.map((value) => value * 2 ** power))).toEqual(figuresOf(values));
      }),
      runs(100),
    );
  });

  test('is the same where there is every customer twice', () => {
    fc.assert(
      fc.property(anyValues(0), (values) => {
        fc.pre(totalOf(values) > 0n);
        expectNear(figuresOf([...values, ...values]), figuresOf(values), 1e-9);
      }),
      runs(100),
    );
  });

  test('is undefined without customers, and where they hold nothing or less', () => {
    for (const values of [[], [0, 0], [-1, 1], [-3, 1]]) expect(figuresOf(values).every(Number.isNaN)).toBe(true);
  });

  test('is undefined where a figure would be too large for a number', () => {
    expect(figuresOf([1.7e308, 1.7e308]).every(Number.isNaN)).toBe(true);
    expect(giniCoefficient([-1e300, 1e300, 1e-300])).toBeNaN();
    expect(topShare([-1e300, 1e300, 1e-300], { share: 0.5 })).toBeNaN();
    expect(lorenzCurve([-1e300, 1e300, 1e-300]).valueShare[1]).toBeNaN();
  });

  test('reads typed and frozen arrays, and leaves them as they were', () => {
    const values = Object.freeze([4, 1, 3, 2]);
    const typed = Float64Array.from(values);
    expect(figuresOf(typed as unknown as number[])).toEqual(figuresOf(values));
    expect([...typed]).toEqual([4, 1, 3, 2]);
  });

  const calls = {
    lorenzCurve: (values: never) => lorenzCurve(values),
    giniCoefficient: (values: never) => giniCoefficient(values),
    topShare: (values: never) => topShare(values, { share: 0.2 }),
    shareHolding: (values: never) => shareHolding(values, { share: 0.8 }),
  };

  test.each(Object.entries(calls))('%s refuses what is no list of finite numbers, by name and place', (name, call) => {
    expect(refusalOf(() => call([1, Number.NaN] as never))).toMatchObject({ metric: name, path: ['values', 1] });
    expect(refusalOf(() => call([1, '2'] as never)).code).toBe('not-a-number');
    expect(refusalOf(() => call([1n] as never)).code).toBe('not-a-number');
    for (const values of [undefined, null, 5, '12', {}, new Set([1])])
      expect(refusalOf(() => call(values as never))).toMatchObject({ metric: name, code: 'not-rows' });
  });

  test.each([
    ['topShare', topShare],
    ['shareHolding', shareHolding],
  ] as const)('%s refuses a share that is none, and needs one', (name, call) => {
    expect(refusalOf(() => call([1], { share: 20 })).message).toBe(
      `${name}: "share" must be a fraction from 0 to 1; received 20`,
    );
    expect(refusalOf(() => call([1], {} as never)).path).toEqual(['share']);
    expect(refusalOf(() => call([1], { share: 0.5, top: 1 } as never)).code).toBe('unknown-option');
    for (const [, value] of HOSTILE_VALUES)
      if (typeof value !== 'number')
        expect(refusalOf(() => call([1], { share: value } as never)).path).toEqual(['share']);
  });
});
