import { describe, expect, test } from 'vitest';
import * as betaDiscreteWeibull from '../../../src/models/betaDiscreteWeibull/index.ts';
import { relativeError } from '../renewalCurves.ts';

const NEW = { renewals: 0 };

describe('the residual lifetime', () => {
  test('of alpha 1, beta 1 and c 2 is that of the hyperbolic cotangent', () => {
    // S(t) = 1 / (1 + t^2): the sum over all whole t is pi coth(pi), so from 0 on (pi coth(pi) + 1) / 2.
    const whole = (Math.PI / Math.tanh(Math.PI) + 1) / 2;
    const parameters = { alpha: 1, beta: 1, c: 2 };
    const of = (renewals: number, timing: 'justAcquired' | 'beforeRenewal' | 'afterPayment') =>
      betaDiscreteWeibull.expectedResidualLifetime(parameters, { renewals }, { timing });
    expect(relativeError(of(0, 'justAcquired'), whole)).toBeLessThan(1e-14);
    expect(relativeError(of(0, 'beforeRenewal'), whole - 1)).toBeLessThan(1e-14);
    expect(relativeError(of(1, 'afterPayment'), (whole - 1.5) * 2)).toBeLessThan(1e-14);
    expect(relativeError(of(3, 'beforeRenewal'), (whole - 1.8) * 10)).toBeLessThan(1e-13);
  });

  test('is infinite where alpha x c is at most 1', () => {
    const of = (alpha: number, c: number) =>
      betaDiscreteWeibull.expectedResidualLifetime({ alpha, beta: 1, c }, NEW, { timing: 'justAcquired' });
    for (const [alpha, c] of [
      [0.5, 2],
      [4, 0.25],
      [0.26, 1.58],
    ] as const)
      expect(of(alpha, c)).toBe(Infinity);
    expect(of(0.5, 2.1)).toBeGreaterThan(1);
    expect(of(0.5, 2.1)).toBeLessThan(100);
  });

  test('up to a horizon counts so many payments', () => {
    // 1 + 1/2 + 1/5, and from the first renewal on 1/2 + 1/5 + 1/10.
    const parameters = { alpha: 1, beta: 1, c: 2 };
    const of = (timing: 'justAcquired' | 'afterPayment') =>
      betaDiscreteWeibull.expectedResidualLifetime(parameters, NEW, { timing, horizon: 3 });
    expect(of('justAcquired')).toBeCloseTo(1.7, 14);
    expect(of('afterPayment')).toBeCloseTo(0.8, 14);
  });
});
