import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../src/numeric/seededRandom.ts';
import { productLimitCurve } from '../../src/statistics/productLimitCurve.ts';
import { survivalQuantile } from '../../src/statistics/survivalQuantile.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import aml from '../reference/survival/aml.json' with { type: 'json' };
import { anyThings, columnsOf, endTimes, exactSurvival, type Lasted } from './survivalOracle.ts';
import { CURVE, refusesWrongCurves } from './wrongCurves.ts';

const allEnded = (time: readonly number[]) => productLimitCurve({ time, ended: time.map(() => 1) });
const shareOf = (time: readonly number[], share: number) => survivalQuantile(allEnded(time), { share }).estimate;

/** The time by which `twentieths` have ended, in whole numbers: where exact shares fall to the height, and below it. */
function exactQuantile(things: readonly Lasted[], twentieths: number): number {
  const times = endTimes(things);
  const difference = (at: number): bigint => {
    const { numerator, denominator } = exactSurvival(things, at);
    return numerator * 20n - BigInt(20 - twentieths) * denominator;
  };
  const reached = times.find((at) => difference(at) <= 0n);
  if (reached === undefined) return Number.NaN;
  if (difference(reached) < 0n) return reached;
  const below = times.find((at) => difference(at) < 0n) ?? Math.max(...things.map(({ time }) => time));
  return (reached + below) / 2;
}

describe('survivalQuantile', () => {
  test('of the maintained patients: median 31, and from 13 on, as the columns of R have it', () => {
    // Down to a half: the shares from 0.614 (23) to 0.491 (31); their lower ends from 0.508 (9) to 0.447 (13); their
    // upper ends, 0.525 at the last, never.
    const median = survivalQuantile(productLimitCurve(aml.maintained));
    expect(median).toEqual({ estimate: 31, lower: 13, upper: Number.NaN, share: 0.5, level: 0.95 });
    expect(median.estimate).toBe(aml.maintained.median);
  });

  test('of the other patients: median 23, from 5 to 33', () => {
    // The shares from 0.583 (12) to 0.486 (23); their lower ends are 0.482 at the first (5); their upper ends from
    // 0.561 (30) to 0.461 (33).
    const median = survivalQuantile(productLimitCurve(aml.nonmaintained));
    expect(median).toEqual({ estimate: 23, lower: 5, upper: 33, share: 0.5, level: 0.95 });
    expect(median.estimate).toBe(aml.nonmaintained.median);
  });

  test('of the patients, other shares off the same columns', () => {
    const curve = productLimitCurve(aml.nonmaintained);
    // A quarter has ended at 8 (0.667; 0.833 before). Lower ends: 0.482 at 5. Upper ends: 0.801 (12), 0.730 (23).
    expect(survivalQuantile(curve, { share: 0.25 })).toMatchObject({ estimate: 8, lower: 5, upper: 23 });
    // Three quarters at 33 (0.194; 0.292 before). Lower ends: 0.270 (12), 0.192 (23). Upper ends: 0.349 at the last.
    expect(survivalQuantile(curve, { share: 0.75 })).toMatchObject({ estimate: 33, lower: 23, upper: Number.NaN });
  });

  test('carries the level of the curve', () => {
    const curve = productLimitCurve(aml.maintained, { level: 0.5 });
    const wide = productLimitCurve(aml.maintained, { level: 0.99 });
    expect(survivalQuantile(curve).level).toBe(0.5);
    expect(survivalQuantile(curve).lower).toBeGreaterThan(survivalQuantile(wide).lower);
  });

  test('is NaN where the curve does not come down so far', () => {
    expect(survivalQuantile(CURVE, { share: 0.9 })).toMatchObject({ estimate: Number.NaN, upper: Number.NaN });
    expect(survivalQuantile(productLimitCurve({ time: [], ended: [] })).estimate).toBeNaN();
    expect(survivalQuantile(productLimitCurve({ time: [3, 4], ended: [0, 0] })).estimate).toBeNaN();
  });

  test('share 0 is the first end, share 1 the last, if all ended', () => {
    expect(shareOf([4, 9, 2], 0)).toBe(2);
    expect(shareOf([4, 9, 2], 1)).toBe(9);
    expect(survivalQuantile(CURVE, { share: 1 }).estimate).toBeNaN();
  });

  test('the median of an even number of ended durations is the mean of the middle two', () => {
    expect(shareOf([1, 4, 7, 20], 0.5)).toBe(5.5);
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 25 }), (half) => {
        const time = half.concat(half.map((own, place) => own + (place % 3)));
        const sorted = [...time].sort((one, other) => one - other);
        expect(shareOf(time, 0.5)).toBe((sorted[half.length - 1]! + sorted[half.length]!) / 2);
      }),
      runs(300),
    );
  });

  test('the median of an odd number is the middle one', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }), { maxLength: 31 }), (given) => {
        const time = given.length % 2 === 0 ? [...given, 7] : given;
        const sorted = [...time].sort((one, other) => one - other);
        expect(shareOf(time, 0.5)).toBe(sorted[(sorted.length - 1) / 2]! + 0);
      }),
      runs(300),
    );
  });

  test('a curve that ends level at the height: the middle of what was seen of the level', () => {
    expect(survivalQuantile(productLimitCurve({ time: [3, 10], ended: [1, 0] })).estimate).toBe(6.5);
    expect(survivalQuantile(productLimitCurve({ time: [3, 3], ended: [1, 0] })).estimate).toBe(3);
  });

  test('times as large as there are keep their middle', () => {
    const [one, other] = [2 ** 1023, 2 ** 1023 + 2 ** 972];
    expect(shareOf([one, other], 0.5)).toBe(2 ** 1023 + 2 ** 971);
    expect(shareOf([5e-324, 5e-324], 0.5)).toBe(5e-324);
  });

  test('finds the height that rounding missed: 3 of 10 ended is a share of 0.3, though 1 - 0.3 is not 0.7', () => {
    expect(shareOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.3)).toBe(3.5);
    expect(shareOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9)).toBe(9.5);
  });

  test('a small share left is not none', () => {
    const curve = productLimitCurve({ time: [1, 2], ended: [1, 0], weight: [1, 1e-14] });
    expect(survivalQuantile(curve, { share: 1 }).estimate).toBeNaN();
  });

  test('is where exact shares come down to the height, whatever is censored', () => {
    fc.assert(
      fc.property(anyThings(12, 20), fc.integer({ min: 1, max: 20 }), (given, twentieths) => {
        const found = survivalQuantile(productLimitCurve(columnsOf(given)), { share: twentieths / 20 });
        expect(found.estimate).toBe(exactQuantile(given, twentieths));
      }),
      runs(1000),
    );
  });

  test('its interval holds the estimate, where it has both ends', () => {
    fc.assert(
      fc.property(anyThings(12), fc.double({ min: 0.05, max: 0.95, noNaN: true }), (given, share) => {
        const { lower, estimate, upper } = survivalQuantile(productLimitCurve(columnsOf(given)), { share });
        expect(lower > estimate || estimate > upper).toBe(false);
      }),
      runs(500),
    );
  });

  test('a weighted curve has no interval', () => {
    const curve = productLimitCurve({ time: [1, 2, 3], ended: [1, 1, 1], weight: [1, 2, 1] });
    expect(survivalQuantile(curve)).toMatchObject({ estimate: 2, lower: Number.NaN, upper: Number.NaN });
  });
});

test('the interval of the median holds the true one about as often as the level says', () => {
  // Exponential lifetimes of mean 1, median log 2, last seen after a uniform time up to 3: about 3 in 10 do not end.
  const random = seededRandom(20_240_301);
  const rounds = 2000;
  let held = 0;
  for (let round = 0; round < rounds; round++) {
    const time: number[] = [];
    const ended: number[] = [];
    for (let i = 0; i < 80; i++) {
      const lifetime = -Math.log(1 - random.uniform());
      const seen = 3 * random.uniform();
      time.push(Math.min(lifetime, seen));
      ended.push(lifetime <= seen ? 1 : 0);
    }
    const { lower, upper } = survivalQuantile(productLimitCurve({ time, ended }));
    if (lower <= Math.LN2 && !(upper < Math.LN2)) held++;
  }
  // 0.95 by theory as the number grows; three standard errors of 2000 rounds are 0.015.
  expect(Math.abs(held / rounds - 0.95)).toBeLessThan(0.02);
});

describe('survivalQuantile refuses wrong input', () => {
  refusesWrongCurves('survivalQuantile', (curve) => survivalQuantile(curve));

  test('a share that is none, and options that are none', () => {
    const ask = (options: unknown) => refusalOf(() => survivalQuantile(CURVE, options as never));
    for (const share of [-0.1, Number.NaN, Infinity, '0.5', null])
      expect([ask({ share }).code, ask({ share }).path]).toEqual(['not-a-quantity', ['share']]);
    expect(ask({ share: 50 }).message).toBe('survivalQuantile: "share" must be a fraction from 0 to 1; received 50');
    expect(ask({ quantile: 0.5 }).code).toBe('unknown-option');
    expect(ask(null).code).toBe('not-a-record');
  });
});
