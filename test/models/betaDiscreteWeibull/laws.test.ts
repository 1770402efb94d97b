import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as betaDiscreteWeibull from '../../../src/models/betaDiscreteWeibull/index.ts';
import * as sBg from '../../../src/models/sBg/index.ts';
import { runs } from '../../laws/runs.ts';
import { holdsContractLaws, shapeParameter } from '../contractLaws.ts';

const power = fc.double({ min: 0.2, max: 3, noNaN: true });
const parameters = fc.record({ alpha: shapeParameter, beta: shapeParameter, c: power });

describe('the beta-discrete-Weibull model', () => {
  holdsContractLaws('betaDiscreteWeibull', betaDiscreteWeibull, parameters);

  test('with c 1 gives every figure of the sBG', () => {
    const options = { timing: 'beforeRenewal', discountRate: 0.08 } as const;
    fc.assert(
      fc.property(shapeParameter, shapeParameter, fc.nat(200), fc.nat(50), (alpha, beta, renewals, periods) => {
        const [wide, narrow] = [
          { alpha, beta, c: 1 },
          { alpha, beta },
        ];
        const customer = { renewals };
        expect(betaDiscreteWeibull.renewalProbability(wide, customer)).toBe(sBg.renewalProbability(narrow, customer));
        expect(betaDiscreteWeibull.projection(wide, { periods }).rows).toEqual(
          sBg.projection(narrow, { periods }).rows,
        );
        expect(betaDiscreteWeibull.discountedExpectedResidualLifetime(wide, customer, options)).toBe(
          sBg.discountedExpectedResidualLifetime(narrow, customer, options),
        );
        const timing = 'afterPayment';
        expect(betaDiscreteWeibull.expectedResidualLifetime(wide, customer, { timing })).toBe(
          sBg.expectedResidualLifetime(narrow, customer, { timing }),
        );
      }),
      runs(60),
    );
  });

  test('with c above 1 may lose more at the second renewal than at the first, and with c below 1 never does', () => {
    const chance = (c: number, renewals: number) =>
      betaDiscreteWeibull.renewalProbability({ alpha: 1, beta: 1, c }, { renewals });
    expect(chance(2, 1)).toBeLessThan(chance(2, 0));
    expect(chance(2, 9)).toBeGreaterThan(chance(2, 1));
    for (const c of [0.3, 0.9, 1]) expect(chance(c, 1)).toBeGreaterThan(chance(c, 0));
  });
});
