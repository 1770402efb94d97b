import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { productLimitCurve } from '../../src/statistics/productLimitCurve.ts';
import { survivalAt } from '../../src/statistics/survivalAt.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import aml from '../reference/survival/aml.json' with { type: 'json' };
import { anyThings, columnsOf, exactSurvival, ulpsFrom } from './survivalOracle.ts';
import { CURVE, refusesWrongCurves } from './wrongCurves.ts';

describe('survivalAt', () => {
  test('is the share that lasts longer: it falls at the very time of an end', () => {
    const at = (time: number) => survivalAt(CURVE, { time });
    expect([0, 1.9, 2, 2.5, 3, 4.9, 5, 8].map(at)).toEqual([1, 1, 0.8, 0.8, 0.6, 0.6, 0.3, 0.3]);
  });

  test('of the patients, as R has it', () => {
    const maintained = productLimitCurve(aml.maintained);
    expect(survivalAt(maintained, { time: 26 })).toBeCloseTo(0.6136363636364, 12);
    expect(survivalAt(maintained, { time: 161 })).toBeCloseTo(0.1840909090909, 12);
    expect(survivalAt(maintained, { time: 162 })).toBeNaN();
    expect(survivalAt(productLimitCurve(aml.nonmaintained), { time: 1000 })).toBe(0);
  });

  test('is NaN beyond the longest that was seen, unless the curve had come down to 0', () => {
    expect(survivalAt(CURVE, { time: 8.001 })).toBeNaN();
    expect(survivalAt(productLimitCurve({ time: [1, 2], ended: [0, 1] }), { time: 9 })).toBe(0);
    // Both were last seen at 4, one of them ended there: of later nothing is known.
    expect(survivalAt(productLimitCurve({ time: [4, 4], ended: [1, 0] }), { time: 4.5 })).toBeNaN();
  });

  test('is 1 where nothing ended yet, and NaN of nothing', () => {
    const open = productLimitCurve({ time: [7, 2], ended: [0, 0] });
    expect([0, 2, 7, 8].map((time) => survivalAt(open, { time }))).toEqual([1, 1, 1, Number.NaN]);
    expect(survivalAt(productLimitCurve({ time: [], ended: [] }), { time: 0 })).toBeNaN();
  });

  test('what has no weight was not seen', () => {
    const curve = productLimitCurve({ time: [2, 100], ended: [0, 0], weight: [1, 0] });
    expect(survivalAt(curve, { time: 50 })).toBeNaN();
  });

  test('is within 8 units in the last place of the exact share at any time', () => {
    fc.assert(
      fc.property(anyThings(12), fc.integer({ min: 0, max: 28 }), (given, halves) => {
        const time = halves / 2;
        const share = survivalAt(productLimitCurve(columnsOf(given)), { time });
        const exact = exactSurvival(given, time);
        const longest = Math.max(...given.map((own) => own.time));
        if (exact.numerator === 0n) expect(share).toBe(0);
        else if (time <= longest) expect(ulpsFrom(share, exact)).toBeLessThanOrEqual(8);
        else expect(share).toBeNaN();
      }),
      runs(500),
    );
  });
});

describe('survivalAt refuses wrong input', () => {
  refusesWrongCurves('survivalAt', (curve) => survivalAt(curve, { time: 4 }));

  test('a time that is none, and options that are none', () => {
    const ask = (options: unknown) => refusalOf(() => survivalAt(CURVE, options as never));
    for (const time of [-1, Number.NaN, Infinity, '4', null, undefined])
      expect([ask({ time }).code, ask({ time }).path]).toEqual(['not-a-quantity', ['time']]);
    expect(ask({ at: 4 }).code).toBe('unknown-option');
    expect(ask(4).code).toBe('not-a-record');
    expect(ask(undefined).code).toBe('not-a-record');
  });
});
