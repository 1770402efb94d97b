import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { incompleteBeta } from '../../../src/numeric/special/incompleteBeta.ts';
import { normalQuantile } from '../../../src/numeric/special/normalQuantile.ts';
import { studentQuantile } from '../../../src/numeric/special/studentQuantile.ts';

const half = fc.double({ min: 1e-12, max: 0.499, noNaN: true });
const anyDf = fc.oneof(fc.integer({ min: 1, max: 200 }), fc.double({ min: 0.05, max: 1e9, noNaN: true }));
const off = (found: number, expected: number) => Math.abs(found / expected - 1);

describe('studentQuantile', () => {
  test('1 degree of freedom: the law of Cauchy, -cot(pi p)', () => {
    for (const p of [1e-12, 1e-5, 0.025, 0.1, 0.25])
      expect(off(studentQuantile(p, 1), -1 / Math.tan(Math.PI * p))).toBeLessThan(1e-14);
  });

  test('2 degrees of freedom: (2p - 1) / sqrt(2p (1 - p))', () => {
    fc.assert(
      fc.property(half, (p) => {
        expect(off(studentQuantile(p, 2), (2 * p - 1) / Math.sqrt(2 * p * (1 - p)))).toBeLessThan(1e-14);
      }),
    );
  });

  test('4 degrees of freedom: the closed form with a cosine of a third of an angle', () => {
    for (const p of [0.001, 0.025, 0.1, 0.2, 0.3]) {
      const a = 4 * p * (1 - p);
      const q = Math.cos(Math.acos(Math.sqrt(a)) / 3) / Math.sqrt(a);
      expect(off(studentQuantile(p, 4), -2 * Math.sqrt(q - 1))).toBeLessThan(1e-13);
    }
  });

  // The tables of any textbook: two-sided 95 and 99 %.
  test.each([
    [5, '2.571', '4.032'],
    [10, '2.228', '3.169'],
    [30, '2.042', '2.750'],
    [120, '1.980', '2.617'],
  ])('%i degrees of freedom: %s and %s', (df, at95, at99) => {
    expect([studentQuantile(0.975, df), studentQuantile(0.995, df)].map((t) => t.toFixed(3))).toEqual([at95, at99]);
  });

  test('there and back: the beta law has the chance below', () => {
    fc.assert(
      fc.property(half, anyDf, (p, df) => {
        const t = studentQuantile(p, df);
        fc.pre(Math.abs(t) < 1e100 && Math.abs(t) > 1e-3);
        const back = incompleteBeta(df / 2, 0.5, df / (df + t * t)) / 2;
        // With many degrees of freedom the argument is next to 1, where its last digit is worth df of them.
        expect(off(back, p)).toBeLessThan(1e-12 + df * 1e-15 * (1 + 1 / (t * t)));
      }),
    );
  });

  test('rises with p, and falls towards the normal quantile as degrees of freedom grow', () => {
    fc.assert(
      fc.property(half, half, anyDf, anyDf, (p, q, df, more) => {
        fc.pre(q > p * 1.0001 && more > df * 1.0001 && df < 1e6);
        expect(studentQuantile(p, df)).toBeLessThan(studentQuantile(q, df));
        expect(studentQuantile(p, df)).toBeLessThan(studentQuantile(p, more) + 1e-12);
        expect(studentQuantile(p, more)).toBeLessThan(normalQuantile(p) + 1e-12);
      }),
    );
    expect(off(studentQuantile(0.025, 1e15), normalQuantile(0.025))).toBeLessThan(1e-14);
    expect(studentQuantile(0.025, 1e300)).toBe(normalQuantile(0.025));
    expect(studentQuantile(0.025, Infinity)).toBe(normalQuantile(0.025));
  });

  test('is as far above 0 as below, and 0 in the middle', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 511 }), anyDf, (of1024, df) => {
        expect(studentQuantile(1 - of1024 / 1024, df)).toBe(-studentQuantile(of1024 / 1024, df));
      }),
    );
    expect(studentQuantile(0.5, 3)).toBe(0);
  });

  test('keeps its digits where the beta law has none left: 1 degree of freedom at 1e-300', () => {
    expect(off(studentQuantile(1e-300, 1), -1e300 / Math.PI)).toBeLessThan(1e-12);
  });

  test('is infinite at chance 0 and 1, and NaN for what is no chance or no degree of freedom', () => {
    expect([studentQuantile(0, 3), studentQuantile(1, 3)]).toEqual([-Infinity, Infinity]);
    for (const p of [-0.1, 1.1, Number.NaN]) expect(studentQuantile(p, 3)).toBeNaN();
    for (const df of [0, -1, Number.NaN]) expect(studentQuantile(0.1, df)).toBeNaN();
  });
});
