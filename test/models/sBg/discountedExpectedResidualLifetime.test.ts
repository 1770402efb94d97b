import { describe, expect, test } from 'vitest';
import * as sBg from '../../../src/models/sBg/index.ts';
import { HIGH_END, REGULAR, relativeError, seenFor } from '../renewalCurves.ts';

/** At the maximum of the likelihood of so many renewals and 10 per cent: DEL, and DERL just before renewals 1 to 8. */
const KNOWN = [
  [
    'regular',
    REGULAR,
    7,
    3.69490842751211,
    [
      2.964399270263321, 4.103139775083831, 4.869804652524109, 5.442058466741899, 5.8940953613808515, 6.264410090663202,
      6.575655056271321, 6.842314948258932,
    ],
  ],
  [
    'high end',
    HIGH_END,
    7,
    5.922253495783288,
    [
      5.414478845361617, 5.901377593805166, 6.293891569412158, 6.61991998791369, 6.896706681429562, 7.135661064116539,
      7.344721229951935, 7.529628055570761,
    ],
  ],
  [
    'regular',
    REGULAR,
    4,
    3.621147753239596,
    [
      2.883262528563556, 3.9406850644638043, 4.676628389375814, 5.236256577948575, 5.683810219213024, 6.053764699862017,
      6.366874739250089, 6.636635157058037,
    ],
  ],
  [
    'high end',
    HIGH_END,
    4,
    5.463809296790699,
    [
      4.910190226469769, 5.189332528910771, 5.440101292071242, 5.667074103187087, 5.873822536019209, 6.063187919038053,
      6.237467931010395, 6.398546791260555,
    ],
  ],
] as const;

const discountRate = 0.1;

describe('the discounted residual lifetime', () => {
  test.each(KNOWN)(
    'of the %s curve is the known one, with renewals as listed, from the years given',
    (_, curve, years, lifetime, residual) => {
      const { parameters } = sBg.fit(seenFor(curve, years));
      const of = (renewals: number, timing: 'justAcquired' | 'beforeRenewal') =>
        sBg.discountedExpectedResidualLifetime(parameters, { renewals }, { timing, discountRate });
      expect(relativeError(of(0, 'justAcquired'), lifetime)).toBeLessThan(1e-8);
      for (const [renewals, value] of residual.entries())
        expect(relativeError(of(renewals, 'beforeRenewal'), value)).toBeLessThan(1e-8);
    },
  );

  test('rounds to the reprinted 3.62 and 5.68, 5.46 and 5.87', () => {
    const of = (curve: readonly number[]) => {
      const { parameters } = sBg.fit(seenFor(curve, 4));
      return [
        sBg.discountedExpectedResidualLifetime(parameters, { renewals: 0 }, { timing: 'justAcquired', discountRate }),
        sBg.discountedExpectedResidualLifetime(parameters, { renewals: 4 }, { timing: 'beforeRenewal', discountRate }),
      ].map((value) => value.toFixed(2));
    };
    expect(of(REGULAR)).toEqual(['3.62', '5.68']);
    expect(of(HIGH_END)).toEqual(['5.46', '5.87']);
  });

  test('of alpha 1 and beta 1 is that of the logarithm', () => {
    // S(t) = 1 / (t + 1): the sum of v^t / (t + 1) is -ln(1 - v) / v, with v = 1/2.
    const parameters = { alpha: 1, beta: 1 };
    const half = { discountRate: 1 };
    const of = (timing: 'justAcquired' | 'beforeRenewal' | 'afterPayment') =>
      sBg.discountedExpectedResidualLifetime(parameters, { renewals: 0 }, { timing, ...half });
    expect(of('justAcquired')).toBeCloseTo(2 * Math.LN2, 14);
    expect(of('afterPayment')).toBeCloseTo(2 * Math.LN2 - 1, 14);
    expect(of('beforeRenewal')).toBeCloseTo(2 * (2 * Math.LN2 - 1), 14);
  });

  test('without a discount is the residual lifetime, and may be infinite', () => {
    const options = { timing: 'justAcquired', discountRate: 0 } as const;
    expect(sBg.discountedExpectedResidualLifetime({ alpha: 0.7, beta: 1.2 }, { renewals: 0 }, options)).toBe(Infinity);
    expect(sBg.discountedExpectedResidualLifetime({ alpha: 3, beta: 4 }, { renewals: 0 }, options)).toBeCloseTo(3, 13);
  });

  test('of a discount so large that only what is due now counts', () => {
    const options = { timing: 'beforeRenewal', continuousDiscountRate: 1e300 } as const;
    const parameters = { alpha: 1, beta: 3 };
    expect(sBg.discountedExpectedResidualLifetime(parameters, { renewals: 0 }, options)).toBeCloseTo(0.75, 15);
    expect(
      sBg.discountedExpectedResidualLifetime(parameters, { renewals: 0 }, { ...options, timing: 'afterPayment' }),
    ).toBe(0);
  });
});
