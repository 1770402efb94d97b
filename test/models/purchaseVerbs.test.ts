import { describe, expect, test } from 'vitest';
import { deepFrozen } from '../laws/deepFrozen.ts';
import { answersTo, FIGURES, MODELS, tableOf } from './purchaseModels.ts';

test('all models of purchases have the same verbs', () => {
  const verbs = Object.keys(MODELS[0]!.model).sort();
  expect(verbs).toHaveLength(10);
  for (const { model } of MODELS) expect(Object.keys(model).sort()).toEqual(verbs);
});

describe.each(MODELS)('$name', (one) => {
  const rows = tableOf(one);

  test.each(FIGURES)('gives %s as computed with 40 digits', (figure) => {
    expect(rows.length).toBeGreaterThan(40);
    for (const row of rows) {
      const found = answersTo(one, row)[figure];
      const known = row.known[figure];
      // Of a logarithm the absolute error counts where it is near 0.
      const size = figure === 'logLikelihood' ? Math.max(1, Math.abs(known)) : known;
      const isAsKnown = size === 0 ? found === 0 : Math.abs(found - known) <= 1e-11 * size;
      expect(isAsKnown, `${found} for ${known} in ${JSON.stringify(row)}`).toBe(true);
    }
  });

  test('knows of a new customer what it knows of one who is seen for no time', () => {
    for (const { parameters, horizon, purchases, discount } of rows) {
      const customer = { frequency: 0, recency: 0, age: 0 };
      const { model } = one;
      expect(model.expectedPurchasesOfNewCustomer(parameters, { horizon })).toBe(
        model.expectedPurchases(parameters, customer, { horizon }),
      );
      expect(model.probabilityOfPurchasesOfNewCustomer(parameters, { purchases, horizon })).toBe(
        model.probabilityOfPurchases(parameters, customer, { purchases, horizon }),
      );
      const options = { discountRate: discount, horizon };
      expect(model.discountedExpectedTransactionsOfNewCustomer(parameters, options)).toBe(
        model.discountedExpectedResidualTransactions(parameters, customer, options),
      );
    }
  });

  test('an effective discount rate is the continuous one of its logarithm, and none is a rate of 0', () => {
    const { model, typical } = one;
    const customer = { frequency: 2, recency: 4, age: 6 };
    const discounted = model.discountedExpectedResidualTransactions;
    expect(discounted(typical, customer, { discountRate: 0.1 })).toBeCloseTo(
      discounted(typical, customer, { continuousDiscountRate: Math.log(1.1) }),
      12,
    );
    const undiscounted = model.expectedPurchases(typical, customer, { horizon: 12 });
    expect(discounted(typical, customer, { horizon: 12 })).toBe(undiscounted);
    expect(discounted(typical, customer, { discountRate: 0, horizon: 12 })).toBe(undiscounted);
  });

  test('takes frozen input', () => {
    const { model, typical } = one;
    const parameters = deepFrozen({ ...typical });
    const customer = deepFrozen({ frequency: 2, recency: 4, age: 6 });
    expect(model.probabilityAlive(parameters, customer, deepFrozen({ after: 2 }))).toBeLessThan(1);
    const data = deepFrozen({ frequency: [2, 0, 1], recency: [4, 0, 1], age: [6, 6, 6], weight: [3, 2, 1] });
    expect(model.logLikelihood(parameters, data)).toBeLessThan(0);
    expect(model.fit(data, deepFrozen({ start: typical })).observations).toBe(6);
  });
});
