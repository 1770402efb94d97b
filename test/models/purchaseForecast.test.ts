import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { purchaseForecast } from '../../src/models/purchaseForecast.ts';
import { deepFrozen } from '../laws/deepFrozen.ts';
import { runs } from '../laws/runs.ts';
import { anyHorizon, anyParameters } from './purchaseDraws.ts';
import { MODELS, relativeError, tableOf } from './purchaseModels.ts';
import { anySpenders, fitOf, modelOf, pick, TWO, typicalFits } from './valueCases.ts';

describe.each(MODELS)('the forecast by $name', (one) => {
  test('is what a table of 40 digits has', () => {
    for (const { parameters, customer, horizon, known } of tableOf(one)) {
      const { frequency, recency, age } = customer;
      const summary = { customers: ['ada'], frequency: [frequency], recency: [recency], age: [age] };
      const found = purchaseForecast(summary, { purchaseFit: fitOf(one.name, parameters), horizon });
      expect(relativeError(found.probabilityAlive[0]!, known.probabilityAlive)).toBeLessThan(1e-11);
      expect(relativeError(found.expectedPurchases[0]!, known.expectedPurchases)).toBeLessThan(1e-11);
    }
  });

  test('is of each customer what the model says of that one alone, in the order of the summary', () => {
    fc.assert(
      fc.property(anySpenders(one), anyParameters(one), anyHorizon(one), (spenders, parameters, horizon) => {
        const forecast = purchaseForecast(deepFrozen(spenders), { purchaseFit: fitOf(one.name, parameters), horizon });
        const { customers, frequency, recency, age } = spenders;
        expect(forecast.customers).toEqual(customers);
        let total = 0;
        customers.forEach((_, at) => {
          const customer = { frequency: frequency[at]!, recency: recency[at]!, age: age[at]! };
          expect(forecast.probabilityAlive[at]).toBe(one.model.probabilityAlive(parameters, customer));
          const purchases = one.model.expectedPurchases(parameters, customer, { horizon });
          expect(forecast.expectedPurchases[at]).toBe(purchases);
          total += purchases;
        });
        expect(relativeError(forecast.totalPurchases, total)).toBeLessThan(1e-14);
      }),
      runs(50),
    );
  });
});

describe('the forecast of purchases', () => {
  const { purchaseFit } = typicalFits(modelOf('bgNbd'));

  test('takes a summary without spend, and of nobody', () => {
    const { meanSpend: _, ...summary } = TWO;
    expect(purchaseForecast(summary, { purchaseFit, horizon: 4 }).probabilityAlive).toHaveLength(2);
    expect(purchaseForecast(pick(TWO, []), { purchaseFit, horizon: 4 })).toMatchObject({ totalPurchases: 0 });
  });

  test('for all time to come is Infinity where leaving has no mean, and finite where it has one', () => {
    const forEver = { purchaseFit, horizon: Infinity };
    expect(purchaseForecast(TWO, forEver)).toMatchObject({ totalPurchases: Infinity });
    // BG/NBD with a = 3, b = 2 of one who never bought again: the mean of 1 / p, (3 + 2 - 1) / (3 - 1).
    const leaving = fitOf('bgNbd', { r: 0.243, alpha: 4.414, a: 3, b: 2 });
    const { expectedPurchases } = purchaseForecast(TWO, { purchaseFit: leaving, horizon: Infinity });
    expect(expectedPurchases[1]).toBe(2);
  });

  test('says the model, the horizon and the unit of time of fit or summary', () => {
    const horizon = 13;
    const ofFit = purchaseForecast(TWO, {
      purchaseFit: fitOf('bgBb', modelOf('bgBb').typical, { timeUnit: 'month' }),
      horizon,
    });
    expect(ofFit.definition).toEqual({ purchaseModel: 'bgBb', horizon, timeUnit: 'month' });
    const ofSummary = purchaseForecast({ ...TWO, definition: { timeUnit: 'day' } }, { purchaseFit, horizon });
    expect(ofSummary.definition).toEqual({ purchaseModel: 'bgNbd', horizon, timeUnit: 'day' });
    expect(purchaseForecast(TWO, { purchaseFit, horizon }).definition.timeUnit).toBeUndefined();
  });
});
