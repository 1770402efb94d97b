import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { productLimitCurve } from '../../src/statistics/productLimitCurve.ts';
import { restrictedMean } from '../../src/statistics/restrictedMean.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import type { Fraction } from '../rates/exact.ts';
import aml from '../reference/survival/aml.json' with { type: 'json' };
import { anyThings, columnsOf, exactSurvival, type Lasted, ulpsFrom } from './survivalOracle.ts';
import { CURVE, refusesWrongCurves } from './wrongCurves.ts';

/** The exact area, unit by unit: times are whole, so that the curve is level within each. */
function exactArea(things: readonly Lasted[], horizon: number): Fraction {
  let area = { numerator: 0n, denominator: 1n };
  for (let unit = 0; unit < horizon; unit++) {
    const { numerator, denominator } = exactSurvival(things, unit);
    area = {
      numerator: area.numerator * denominator + numerator * area.denominator,
      denominator: area.denominator * denominator,
    };
  }
  return area;
}

describe('restrictedMean', () => {
  test('by hand: 2 at 1, 1 at 0.8, 2 at 0.6, 1 at 0.3', () => {
    expect(restrictedMean(CURVE, { horizon: 6 })).toBeCloseTo(2 + 0.8 + 1.2 + 0.3, 14);
  });

  test.each(['maintained', 'nonmaintained'] as const)('of the %s patients, as R has it', (name) => {
    const curve = productLimitCurve(aml[name]);
    // R printed 10 to 12 digits, and of the second 6 to 8.
    for (const { horizon, value } of aml[name].restrictedMean)
      expect(Math.abs(restrictedMean(curve, { horizon }) - value)).toBeLessThan(horizon === 161 ? 1e-10 : 1e-6);
  });

  test('is the horizon where nothing ends before it, and 0 at horizon 0', () => {
    expect(restrictedMean(CURVE, { horizon: 1.5 })).toBe(1.5);
    expect(restrictedMean(CURVE, { horizon: 2 })).toBe(2);
    expect(restrictedMean(CURVE, { horizon: 0 })).toBe(0);
  });

  test('is NaN where nothing was seen up to the horizon, unless the curve had come down to 0', () => {
    expect(restrictedMean(CURVE, { horizon: 8 })).toBeCloseTo(4.9, 14);
    expect(restrictedMean(CURVE, { horizon: 8.001 })).toBeNaN();
    // All seen to the end: the mean itself, (1 + 2 + 6) / 3.
    expect(restrictedMean(productLimitCurve({ time: [1, 6, 2], ended: [1, 1, 1] }), { horizon: 1000 })).toBeCloseTo(
      3,
      14,
    );
    expect(restrictedMean(productLimitCurve({ time: [], ended: [] }), { horizon: 0 })).toBeNaN();
  });

  test('without open ends is the mean of the lesser of duration and horizon', () => {
    const whole = fc.array(fc.nat(50), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(whole, fc.nat(60), (time, horizon) => {
        const total = time.reduce((sum, own) => sum + Math.min(own, horizon), 0);
        const mean = restrictedMean(productLimitCurve({ time, ended: time.map(() => 1) }), { horizon });
        expect(Math.abs(mean - total / time.length)).toBeLessThanOrEqual(1e-14 * horizon);
      }),
      runs(300),
    );
  });

  test('is the exact area to 32 units in the last place, and grows with the horizon', () => {
    fc.assert(
      fc.property(anyThings(12), fc.integer({ min: 1, max: 14 }), (given, horizon) => {
        const curve = productLimitCurve(columnsOf(given));
        const mean = restrictedMean(curve, { horizon });
        const isSeen = horizon <= curve.longest || exactSurvival(given, 100).numerator === 0n;
        if (!isSeen) expect(mean).toBeNaN();
        else {
          const exact = exactArea(given, horizon);
          if (exact.numerator === 0n) expect(mean).toBe(0);
          else expect(ulpsFrom(mean, exact)).toBeLessThanOrEqual(32);
          expect(mean).toBeLessThanOrEqual(horizon);
          expect(restrictedMean(curve, { horizon: horizon - 1 })).toBeLessThanOrEqual(mean);
        }
      }),
      runs(500),
    );
  });
});

describe('restrictedMean refuses wrong input', () => {
  refusesWrongCurves('restrictedMean', (curve) => restrictedMean(curve, { horizon: 4 }));

  test('a horizon that is none, and options that are none', () => {
    const ask = (options: unknown) => refusalOf(() => restrictedMean(CURVE, options as never));
    for (const horizon of [-1, Number.NaN, Infinity, '4', null, undefined])
      expect([ask({ horizon }).code, ask({ horizon }).path]).toEqual(['not-a-quantity', ['horizon']]);
    expect(ask({ tau: 4 }).code).toBe('unknown-option');
    expect(ask(undefined).code).toBe('not-a-record');
  });
});
