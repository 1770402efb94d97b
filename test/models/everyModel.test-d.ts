import * as models from 'tenure/models';
import { expectTypeOf, test } from 'vitest';

/** What every model does, whatever it is of. */
interface EveryModel<Data> {
  readonly fit: (data: Data) => models.ModelFit;
  readonly logLikelihood: (parameters: never, data: Data) => number;
  readonly simulate: (parameters: never, options: never) => Data;
}

test('every model fits, tells a likelihood and draws data that it fits', () => {
  models.bgNbd satisfies EveryModel<models.PurchaseHistories>;
  models.mbgNbd satisfies EveryModel<models.PurchaseHistories>;
  models.paretoNbd satisfies EveryModel<models.PurchaseHistories>;
  models.bgBb satisfies EveryModel<models.PurchaseHistories>;
  models.sBg satisfies EveryModel<models.ContractHistories>;
  models.betaDiscreteWeibull satisfies EveryModel<models.ContractHistories>;
  models.gammaGamma satisfies EveryModel<models.SpendHistories>;
});

test('a model of spend tells besides what a known and a new customer are expected to spend, and nothing more', () => {
  models.gammaGamma satisfies {
    readonly expectedSpend: (parameters: models.GammaGammaParameters, customer: models.SpendHistory) => number;
    readonly expectedSpendOfNewCustomer: (parameters: models.GammaGammaParameters) => number;
  };
  expectTypeOf<keyof typeof models.gammaGamma>().toEqualTypeOf<
    keyof EveryModel<never> | 'expectedSpend' | 'expectedSpendOfNewCustomer'
  >();
});
