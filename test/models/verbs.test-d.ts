import { expectTypeOf, test } from 'vitest';
import * as bgBb from '../../src/models/bgBb/index.ts';
import type { BgBbFit, BgBbParameters } from '../../src/models/bgBb/types.ts';
import * as bgNbd from '../../src/models/bgNbd/index.ts';
import type { BgNbdFit, BgNbdParameters } from '../../src/models/bgNbd/types.ts';
import * as mbgNbd from '../../src/models/mbgNbd/index.ts';
import type { MbgNbdFit, MbgNbdParameters } from '../../src/models/mbgNbd/types.ts';
import * as paretoNbd from '../../src/models/paretoNbd/index.ts';
import type { ParetoNbdFit, ParetoNbdParameters } from '../../src/models/paretoNbd/types.ts';
import type { PurchaseModel } from '../../src/models/purchaseModel.ts';

test('all models of purchases have the same verbs, and no other', () => {
  bgNbd satisfies PurchaseModel<BgNbdParameters, BgNbdFit>;
  mbgNbd satisfies PurchaseModel<MbgNbdParameters, MbgNbdFit>;
  paretoNbd satisfies PurchaseModel<ParetoNbdParameters, ParetoNbdFit>;
  bgBb satisfies PurchaseModel<BgBbParameters, BgBbFit>;
  type Verb = keyof PurchaseModel<unknown, unknown>;
  expectTypeOf<keyof typeof bgNbd>().toEqualTypeOf<Verb>();
  expectTypeOf<keyof typeof mbgNbd>().toEqualTypeOf<Verb>();
  expectTypeOf<keyof typeof paretoNbd>().toEqualTypeOf<Verb>();
  expectTypeOf<keyof typeof bgBb>().toEqualTypeOf<Verb>();
});

test('the parameters of a fit go into every verb, and those of another law into none', () => {
  expectTypeOf(bgNbd.fit).returns.toHaveProperty('parameters').toExtend<BgNbdParameters>();
  expectTypeOf(mbgNbd.fit).returns.toHaveProperty('parameters').toExtend<MbgNbdParameters>();
  expectTypeOf(paretoNbd.fit).returns.toHaveProperty('parameters').toExtend<ParetoNbdParameters>();
  expectTypeOf(bgBb.fit).returns.toHaveProperty('parameters').toExtend<BgBbParameters>();
  expectTypeOf<ParetoNbdParameters>().not.toExtend<BgNbdParameters>();
  expectTypeOf<BgBbParameters>().not.toExtend<ParetoNbdParameters>();
});

test('what is simulated goes into the fit', () => {
  expectTypeOf(bgNbd.simulate).returns.toExtend<Parameters<typeof bgNbd.fit>[0]>();
  expectTypeOf(bgBb.simulate).returns.toExtend<Parameters<typeof bgBb.fit>[0]>();
});
