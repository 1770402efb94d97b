import { expectTypeOf, test } from 'vitest';
import * as betaDiscreteWeibull from '../../src/models/betaDiscreteWeibull/index.ts';
import type { BetaDiscreteWeibullParameters } from '../../src/models/betaDiscreteWeibull/parameters.ts';
import type { ContractModel } from '../../src/models/contractTypes.ts';
import * as sBg from '../../src/models/sBg/index.ts';
import type { SBgParameters } from '../../src/models/sBg/parameters.ts';

test('both contractual models have the same verbs, and no other', () => {
  sBg satisfies ContractModel<'sBg', 'alpha' | 'beta'>;
  betaDiscreteWeibull satisfies ContractModel<'betaDiscreteWeibull', 'alpha' | 'beta' | 'c'>;
  expectTypeOf<keyof typeof sBg>().toEqualTypeOf<keyof ContractModel<'sBg', 'alpha' | 'beta'>>();
  expectTypeOf<keyof typeof betaDiscreteWeibull>().toEqualTypeOf<keyof typeof sBg>();
});

test('the parameters of a fit go into every verb', () => {
  expectTypeOf(sBg.fit).returns.toHaveProperty('parameters').toExtend<SBgParameters>();
  expectTypeOf(betaDiscreteWeibull.fit).returns.toHaveProperty('parameters').toExtend<BetaDiscreteWeibullParameters>();
});

test('what is simulated goes into the fit', () => {
  expectTypeOf(sBg.simulate).returns.toExtend<Parameters<typeof sBg.fit>[0]>();
});
