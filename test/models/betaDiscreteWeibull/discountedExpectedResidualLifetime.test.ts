import { describe, expect, test } from 'vitest';
import * as betaDiscreteWeibull from '../../../src/models/betaDiscreteWeibull/index.ts';
import { HIGH_END, REGULAR, relativeError, seenFor } from '../renewalCurves.ts';

/** At the maximum of the likelihood of so many renewals and 10 per cent: 600 terms of the discounted lifetime. */
const KNOWN = [
  ['regular', REGULAR, 4, 3.69162950789435],
  ['high end', HIGH_END, 4, 5.994290192610985],
  ['regular', REGULAR, 7, 3.729135949435368],
  ['high end', HIGH_END, 7, 6.093083138021108],
] as const;

const discountRate = 0.1;

describe('the discounted residual lifetime', () => {
  test.each(KNOWN)(
    'of a new customer of the %s curve is the known one, from the years given',
    (_, curve, years, value) => {
      const { parameters } = betaDiscreteWeibull.fit(seenFor(curve, years));
      const options = { timing: 'justAcquired', discountRate } as const;
      const lifetime = betaDiscreteWeibull.discountedExpectedResidualLifetime(parameters, { renewals: 0 }, options);
      expect(relativeError(lifetime, value)).toBeLessThan(1e-8);
    },
  );

  test('just before the fifth renewal is that of 600 terms, and next to the published 6.03 and 7.32', () => {
    const of = (curve: readonly number[]) =>
      betaDiscreteWeibull.discountedExpectedResidualLifetime(
        betaDiscreteWeibull.fit(seenFor(curve, 4)).parameters,
        { renewals: 4 },
        { timing: 'beforeRenewal', discountRate },
      );
    // By mpmath. Cut after a hundred terms, as in a sheet, the first is 6.0349, and printed as 6.03.
    expect(relativeError(of(REGULAR), 6.03509746)).toBeLessThan(1e-9);
    expect(relativeError(of(HIGH_END), 7.317540351)).toBeLessThan(1e-9);
    expect(Math.abs(of(REGULAR) - 6.03)).toBeLessThan(0.006);
    expect(of(HIGH_END).toFixed(2)).toBe('7.32');
  });

  test('after a payment is that before a renewal over 1 + discountRate', () => {
    const parameters = { alpha: 0.26, beta: 1.72, c: 1.58 };
    const of = (timing: 'beforeRenewal' | 'afterPayment') =>
      betaDiscreteWeibull.discountedExpectedResidualLifetime(
        parameters,
        { renewals: 3 },
        { timing, discountRate: 0.25 },
      );
    expect(relativeError(of('afterPayment') * 1.25, of('beforeRenewal'))).toBeLessThan(1e-14);
  });
});
