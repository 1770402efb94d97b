import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../src/numeric/seededRandom.ts';
import { productLimitCurve } from '../../src/statistics/productLimitCurve.ts';
import { restrictedMean } from '../../src/statistics/restrictedMean.ts';
import { restrictedMeanInterval } from '../../src/statistics/restrictedMeanInterval.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import aml from '../reference/survival/aml.json' with { type: 'json' };
import { CURVE, refusesWrongCurves } from './wrongCurves.ts';

/** The normal quantile 0.975, to the digits that a double holds. */
const Z = 1.959963984540054;

describe('restrictedMeanInterval', () => {
  test('by hand: 5 at risk at 2, 4 at 3 and 2 at 5, and the areas from there to 6 are 2.3, 1.5 and 0.3', () => {
    const { estimate, standardError, lower, upper } = restrictedMeanInterval(CURVE, { horizon: 6 });
    const expected = Math.sqrt(2.3 ** 2 / (5 * 4) + 1.5 ** 2 / (4 * 3) + 0.3 ** 2 / (2 * 1));
    expect(estimate).toBeCloseTo(4.3, 12);
    expect(standardError).toBeCloseTo(expected, 12);
    expect([lower, upper]).toEqual([expect.closeTo(4.3 - Z * expected, 10), expect.closeTo(4.3 + Z * expected, 10)]);
  });

  test.each(['maintained', 'nonmaintained'] as const)(
    'of the %s patients has the standard error that R has',
    (name) => {
      const curve = productLimitCurve(aml[name]);
      for (const { horizon, value, standardError } of aml[name].restrictedMean) {
        const found = restrictedMeanInterval(curve, { horizon });
        const slack = horizon === 161 ? 1e-10 : 1e-6;
        expect(Math.abs(found.estimate - value)).toBeLessThan(slack);
        expect(Math.abs(found.standardError - standardError)).toBeLessThan(slack);
      }
    },
  );

  test('carries the horizon and the level of its curve', () => {
    const curve = productLimitCurve({ time: [2, 3, 3, 5, 8], ended: [1, 1, 0, 1, 0] }, { level: 0.5 });
    const { horizon, level, lower, upper } = restrictedMeanInterval(curve, { horizon: 6 });
    expect([horizon, level]).toEqual([6, 0.5]);
    const wide = restrictedMeanInterval(CURVE, { horizon: 6 });
    expect(lower).toBeGreaterThan(wide.lower);
    expect(upper).toBeLessThan(wide.upper);
  });

  test('is cut at 0 and at the horizon', () => {
    const curve = productLimitCurve({ time: [1, 9, 9], ended: [1, 1, 0] });
    const { lower, upper } = restrictedMeanInterval(curve, { horizon: 9 });
    expect(lower).toBeGreaterThanOrEqual(0);
    expect(upper).toBe(9);
    const short = restrictedMeanInterval(productLimitCurve({ time: [0, 0, 9], ended: [1, 1, 1] }), { horizon: 9 });
    expect(short.lower).toBe(0);
  });

  test('has no width where nothing ends before the horizon: then the mean is the horizon itself', () => {
    expect(restrictedMeanInterval(CURVE, { horizon: 1.5 })).toMatchObject({
      ...{ estimate: 1.5, lower: 1.5, upper: 1.5, standardError: 0 },
    });
  });

  test('is NaN beyond what was seen, and its ends are NaN where weights were given', () => {
    expect(restrictedMeanInterval(CURVE, { horizon: 8.5 })).toMatchObject({
      ...{ estimate: Number.NaN, lower: Number.NaN, upper: Number.NaN, standardError: Number.NaN },
    });
    const weighted = productLimitCurve({ time: [2, 4], ended: [1, 1], weight: [1, 3] });
    const found = restrictedMeanInterval(weighted, { horizon: 4 });
    expect(found.estimate).toBe(restrictedMean(weighted, { horizon: 4 }));
    expect([found.lower, found.upper, found.standardError]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  test('without open ends has the standard error of a mean, of the divisor n', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1, maxLength: 40 }), fc.nat(60), (time, horizon) => {
        const cut = time.map((own) => Math.min(own, horizon));
        const mean = cut.reduce((sum, own) => sum + own, 0) / cut.length;
        const squares = cut.reduce((sum, own) => sum + (own - mean) ** 2, 0);
        const curve = productLimitCurve({ time, ended: time.map(() => 1) });
        const { standardError } = restrictedMeanInterval(curve, { horizon });
        expect(standardError).toBeCloseTo(Math.sqrt(squares) / cut.length, 10);
      }),
      runs(300),
    );
  });

  test('holds the true mean about as often as its level says: exponential lives, looked at after different times', () => {
    // A mean life of 1, seen for up to 3: the true mean within 1 is 1 - exp(-1).
    const { uniform } = seededRandom(20);
    const truth = 1 - Math.exp(-1);
    const rounds = 1500;
    let held = 0;
    for (let round = 0; round < rounds; round++) {
      const things = Array.from({ length: 80 }, () => [-Math.log(1 - uniform()), 3 * uniform()] as const);
      const curve = productLimitCurve({
        time: things.map(([life, seen]) => Math.min(life, seen)),
        ended: things.map(([life, seen]) => Number(life <= seen)),
      });
      const { lower, upper } = restrictedMeanInterval(curve, { horizon: 1 });
      if (lower <= truth && truth <= upper) held++;
    }
    expect(Math.abs(held / rounds - 0.95)).toBeLessThan(0.02);
  });
});

describe('restrictedMeanInterval refuses wrong input', () => {
  refusesWrongCurves('restrictedMeanInterval', (curve) => restrictedMeanInterval(curve, { horizon: 4 }));

  test('a horizon that is none, and options that are none', () => {
    const ask = (options: unknown) => refusalOf(() => restrictedMeanInterval(CURVE, options as never));
    for (const horizon of [-1, Number.NaN, Infinity, '4', null, undefined])
      expect([ask({ horizon }).code, ask({ horizon }).path]).toEqual(['not-a-quantity', ['horizon']]);
    expect(ask({ horizon: 4, level: 0.9 }).code).toBe('unknown-option');
    expect(ask(undefined).code).toBe('not-a-record');
  });
});
