import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as sBg from '../../../src/models/sBg/index.ts';
import { runs } from '../../laws/runs.ts';
import { holdsContractLaws, shapeParameter } from '../contractLaws.ts';

const parameters = fc.record({ alpha: shapeParameter, beta: shapeParameter });

describe('the shifted-beta-geometric model', () => {
  holdsContractLaws('sBg', sBg, parameters);

  test('has a chance to renew that rises with every renewal, and with it the lifetime that is left', () => {
    fc.assert(
      fc.property(parameters, fc.nat(100), (one, renewals) => {
        const chance = (n: number) => sBg.renewalProbability(one, { renewals: n });
        expect(chance(renewals + 1)).toBeGreaterThan(chance(renewals));
        const left = (n: number) =>
          sBg.discountedExpectedResidualLifetime(one, { renewals: n }, { timing: 'beforeRenewal', discountRate: 0.1 });
        expect(left(renewals + 1)).toBeGreaterThan(left(renewals));
      }),
      runs(100),
    );
  });
});
