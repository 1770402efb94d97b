import { describe, expect, test } from 'vitest';
import { newCustomerLifetimeValue } from '../../src/models/newCustomerLifetimeValue.ts';
import { deepFrozen } from '../laws/deepFrozen.ts';
import { MODELS, relativeError, tableOf } from './purchaseModels.ts';
import { fitOf, modelOf, SPEND, spendFitOf, spendOracle, typicalFits } from './valueCases.ts';

const SPENDING = spendOracle(0, Number.NaN);

describe('a new customer, by hand', () => {
  // Pareto/NBD with s = 2 and beta = 10: 1 purchase a week, there for t / (1 + t / 10) of t weeks. A purchase is worth
  // p v / (q - 1) = 20, half of it margin.
  const options = {
    purchaseFit: fitOf('paretoNbd', { r: 3, alpha: 3, s: 2, beta: 10 }, { timeUnit: 'week' }),
    spendFit: spendFitOf({ p: 4, q: 3, v: 10 }, { currency: 'EUR' }),
    ...{ margin: 0.5, horizon: 10 },
  };
  const value = newCustomerLifetimeValue({ ...options, acquisitionCost: 35 });

  test('buys once at once, and is expected to buy five times more in ten weeks', () => {
    expect(value.expectedRepeatPurchases).toBeCloseTo(5, 13);
    expect(value.expectedSpend).toBeCloseTo(20, 13);
    expect(value.firstValue).toBeCloseTo(10, 13);
    expect(value.repeatValue).toBeCloseTo(50, 13);
    expect(value.value).toBe(value.firstValue + value.repeatValue);
  });

  test('less what it costs to win one', () => {
    expect(value.acquisitionCost).toBe(35);
    expect(value.netValue).toBeCloseTo(25, 13);
    expect(value.valueToCostRatio).toBeCloseTo(60 / 35, 13);
  });

  test('pays back what the first purchase has left of the cost: 25, after 2.5 purchases more', () => {
    expect(value.paybackTime).toBeCloseTo(10 / 3, 12);
    const payback = (acquisitionCost: number) => newCustomerLifetimeValue({ ...options, acquisitionCost }).paybackTime;
    expect(payback(0)).toBe(0);
    expect(payback(9.99)).toBe(0);
    expect(payback(60.01)).toBe(Infinity);
    expect(payback(59.99)).toBeLessThan(10);
  });

  test('the definition says what it rests on', () => {
    expect(value.definition).toEqual({
      ...{ purchaseModel: 'paretoNbd', spendModel: 'gammaGamma', horizon: 10, timeUnit: 'week' },
      ...{ continuousDiscountRate: 0, margin: 0.5, currency: 'EUR' },
    });
  });

  test('a cost of 0 has no ratio', () => {
    expect(newCustomerLifetimeValue({ ...options, acquisitionCost: 0 }).valueToCostRatio).toBeNaN();
  });
});

describe('a new customer without end', () => {
  const weekly = { ...typicalFits(modelOf('bgNbd')), acquisitionCost: 20 };

  test('for all time to come, undiscounted, where the law of leaving has no mean', () => {
    expect(newCustomerLifetimeValue({ ...weekly, horizon: Infinity })).toMatchObject({
      ...{ expectedRepeatPurchases: Infinity, repeatValue: Infinity, value: Infinity, netValue: Infinity },
    });
    const discounted = newCustomerLifetimeValue({ ...weekly, horizon: Infinity, discountRate: 0.002 });
    expect(discounted.expectedRepeatPurchases).toBe(Infinity);
    expect(discounted.value).toBeLessThan(Infinity);
    expect(newCustomerLifetimeValue({ ...weekly, horizon: Infinity, margin: 0 })).toMatchObject({
      ...{ value: 0, netValue: -20, valueToCostRatio: 0, paybackTime: Infinity },
    });
  });

  test('where the mean spend has none; yet of no repeat purchase there is no repeat value', () => {
    const heavy = { ...weekly, spendFit: spendFitOf({ ...SPEND, q: 1 }) };
    const within = { expectedSpend: Infinity, firstValue: Infinity, value: Infinity, paybackTime: 0 };
    expect(newCustomerLifetimeValue({ ...heavy, horizon: 52 })).toMatchObject({ ...within, repeatValue: Infinity });
    expect(newCustomerLifetimeValue({ ...heavy, horizon: 0 })).toMatchObject({ ...within, repeatValue: 0 });
  });
});

describe.each(MODELS)('a new customer by $name', (one) => {
  test('is the first purchase and those that the table has of one who is seen for no time', () => {
    const rows = tableOf(one).filter(({ customer }) => customer.age === 0);
    expect(rows.length).toBeGreaterThan(0);
    for (const { parameters, horizon, discount, known } of rows) {
      const rate = one.isDiscrete ? { discountRate: discount } : { continuousDiscountRate: discount };
      const options = { purchaseFit: fitOf(one.name, parameters), spendFit: spendFitOf(SPEND), margin: 0.3, ...rate };
      const within = newCustomerLifetimeValue({ ...options, horizon, acquisitionCost: 7 });
      const forEver = newCustomerLifetimeValue({ ...options, horizon: Infinity, acquisitionCost: 7 });
      const errors = [
        relativeError(within.expectedRepeatPurchases, known.expectedPurchases),
        relativeError(within.firstValue, 0.3 * SPENDING),
        relativeError(within.repeatValue, 0.3 * SPENDING * known.discountedWithin),
        relativeError(within.value, 0.3 * SPENDING * (1 + known.discountedWithin)),
        relativeError(within.netValue, 0.3 * SPENDING * (1 + known.discountedWithin) - 7),
        relativeError(forEver.value, 0.3 * SPENDING * (1 + known.discountedForEver)),
      ];
      expect(Math.max(...errors), String(errors)).toBeLessThan(1e-11);
    }
  });

  test('the value within the payback time is the cost', () => {
    const options = { ...typicalFits(one), discountRate: 0.001, margin: 0.6, acquisitionCost: 30 };
    const { paybackTime } = newCustomerLifetimeValue(deepFrozen({ ...options, horizon: 400 }));
    const paid = (horizon: number): number => newCustomerLifetimeValue({ ...options, horizon }).value;
    if (!one.isDiscrete) expect(relativeError(paid(paybackTime), 30)).toBeLessThan(1e-9);
    else expect([paid(paybackTime - 1) < 30, paid(paybackTime) >= 30]).toEqual([true, true]);
  });

  test('the fits are taken from JSON as well, and give the same bits', () => {
    const options = { ...typicalFits(one), horizon: 40, discountRate: 0.01, acquisitionCost: 20 };
    const saved = JSON.parse(JSON.stringify(options)) as typeof options;
    expect(newCustomerLifetimeValue(saved)).toEqual(newCustomerLifetimeValue(options));
  });
});
