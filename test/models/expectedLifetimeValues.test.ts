import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ExpectedLifetimeValues, expectedLifetimeValues } from '../../src/models/expectedLifetimeValues.ts';
import * as gammaGamma from '../../src/models/gammaGamma/index.ts';
import type { GammaGammaFit } from '../../src/models/gammaGamma/types.ts';
import type { PurchaseFit } from '../../src/models/purchaseFits.ts';
import { deepFrozen } from '../laws/deepFrozen.ts';
import { runs } from '../laws/runs.ts';
import { anyHorizon, anyParameters, typicalShop } from './purchaseDraws.ts';
import { MODELS, type ModelCase, relativeError, tableOf } from './purchaseModels.ts';
import { anySpenders, fitOf, modelOf, pick, SPEND, spendFitOf, spendOracle, TWO, typicalFits } from './valueCases.ts';

/** What rounding may do to a quotient of two figures that should be ordered. */
const ROUNDING = 1e-11;

const spendFit = spendFitOf(SPEND);

describe('expected lifetime values, by hand', () => {
  // Chances to buy and to leave about which nothing is known. Who bought at the one opportunity there was is alive, buys
  // with a chance of 2/3, and is there for the next opportunity with one of 2/3, for the one after it with one of 2/4.
  const purchaseFit = fitOf('bgBb', { alpha: 1, beta: 1, gamma: 1, delta: 1 }, { timeUnit: 'month' });
  const buyer = { customers: ['ada'], frequency: [1], recency: [1], age: [1], meanSpend: [10] };
  // One purchase of 10 weighs p = 2, what all spend, p v / (q - 1) = 4, weighs q - 1 = 2.
  const spend = spendFitOf({ p: 2, q: 3, v: 4 }, { currency: 'EUR' });
  const values = expectedLifetimeValues(buyer, {
    ...{ purchaseFit, spendFit: spend, horizon: 2, discountRate: 0.25, margin: 0.5, acquisitionCost: 1 },
  });

  test('purchases x spend x margin, each purchase over 1.25 to the number of its opportunity', () => {
    expect(values.probabilityAlive[0]).toBeCloseTo(2 / 3, 14);
    expect(values.expectedPurchases[0]).toBeCloseTo((2 / 3) * (2 / 3 + 1 / 2), 14);
    expect(values.expectedSpend[0]).toBe(7);
    expect(values.value[0]).toBeCloseTo(0.5 * 7 * (2 / 3) * (2 / 3 / 1.25 + 1 / 2 / 1.25 ** 2), 14);
  });

  test('less what it cost to win the customer, and over it', () => {
    expect(values.acquisitionCost[0]).toBe(1);
    expect(values.netValue[0]).toBeCloseTo(448 / 225 - 1, 14);
    expect(values.valueToCostRatio[0]).toBeCloseTo(448 / 225, 14);
  });

  test('the total of one customer is that customer', () => {
    expect(values.total).toEqual({
      expectedPurchases: values.expectedPurchases[0],
      value: values.value[0],
      acquisitionCost: 1,
      netValue: values.netValue[0],
      valueToCostRatio: values.valueToCostRatio[0],
    });
  });

  test('the definition says what all of it rests on', () => {
    expect(values.definition).toEqual({
      purchaseModel: 'bgBb',
      spendModel: 'gammaGamma',
      horizon: 2,
      timeUnit: 'month',
      continuousDiscountRate: Math.log1p(0.25),
      margin: 0.5,
      currency: 'EUR',
    });
    const definition = { timeUnit: 'week', currency: 'USD' };
    const unnamed = { ...typicalFits(modelOf('bgNbd')), horizon: 1 };
    expect(expectedLifetimeValues({ ...TWO, definition }, unnamed).definition).toMatchObject(definition);
    expect(expectedLifetimeValues(TWO, unnamed).definition).toMatchObject({
      ...{ timeUnit: undefined, currency: undefined, margin: 1, continuousDiscountRate: 0 },
    });
  });
});

describe('what is undefined or without end', () => {
  const options = { ...typicalFits(modelOf('bgNbd')), horizon: 52 };

  test('without a cost there is no net value and no ratio', () => {
    const { acquisitionCost, netValue, valueToCostRatio, total, value } = expectedLifetimeValues(TWO, options);
    for (const column of [acquisitionCost, netValue, valueToCostRatio]) expect([...column]).toEqual([NaN, NaN]);
    expect([total.acquisitionCost, total.netValue, total.valueToCostRatio]).toEqual([NaN, NaN, NaN]);
    expect(total.value).toBeCloseTo(value[0]! + value[1]!, 12);
  });

  test('over a cost of 0 there is no ratio', () => {
    const { netValue, value, valueToCostRatio, total } = expectedLifetimeValues(TWO, {
      ...{ ...options, acquisitionCost: [0, 2] },
    });
    expect(netValue[0]).toBe(value[0]);
    expect(valueToCostRatio[0]).toBeNaN();
    expect(valueToCostRatio[1]).toBe(value[1]! / 2);
    expect(total.valueToCostRatio).toBe(total.value / 2);
    expect(expectedLifetimeValues(TWO, { ...options, acquisitionCost: 0 }).total.valueToCostRatio).toBeNaN();
  });

  test('nobody is worth nothing', () => {
    const { total, value } = expectedLifetimeValues(pick(TWO, []), { ...options, acquisitionCost: 5 });
    expect(value).toHaveLength(0);
    expect(total).toEqual({
      ...{ expectedPurchases: 0, value: 0, acquisitionCost: 0, netValue: 0, valueToCostRatio: Number.NaN },
    });
  });

  test('for all time to come, undiscounted, purchases have an end only where the law of leaving has: a above 1', () => {
    const endless = expectedLifetimeValues(TWO, { ...options, horizon: Infinity, acquisitionCost: 5 });
    expect([...endless.value]).toEqual([Infinity, Infinity]);
    expect(endless.total).toMatchObject({ value: Infinity, netValue: Infinity, valueToCostRatio: Infinity });
    const discounted = expectedLifetimeValues(TWO, { ...options, horizon: Infinity, discountRate: 0.001 });
    for (const value of discounted.value) expect(value).toBeLessThan(Infinity);
    // The mean of 1 / p over the beta law (a, b + 2): the purchases of one who is alive and stays until leaving.
    const purchaseFit = fitOf('bgNbd', { r: 0.243, alpha: 4.414, a: 3, b: 2 });
    const ended = expectedLifetimeValues(TWO, { ...options, purchaseFit, horizon: Infinity });
    expect(relativeError(ended.expectedPurchases[0]!, (ended.probabilityAlive[0]! * (3 + 4 - 1)) / 2)).toBeLessThan(
      1e-14,
    );
  });

  test('where the mean spend of a new customer has no end, only one without purchases is worth infinitely much', () => {
    const heavy = { ...options, spendFit: spendFitOf({ p: 6, q: 0.8, v: 15 }) };
    const { expectedSpend, value } = expectedLifetimeValues(TWO, heavy);
    // Two purchases of 22: (v + 44) / (2 - 0.2 / 6).
    expect(expectedSpend[0]).toBeCloseTo(59 / (2 - 0.2 / 6), 13);
    expect(value[0]).toBeLessThan(Infinity);
    expect([expectedSpend[1], value[1]]).toEqual([Infinity, Infinity]);
    // Of nothing there is nothing, whatever one purchase would be worth.
    expect([...expectedLifetimeValues(TWO, { ...heavy, margin: 0 }).value]).toEqual([0, 0]);
    expect([...expectedLifetimeValues(TWO, { ...heavy, horizon: 0 }).value]).toEqual([0, 0]);
    expect([...expectedLifetimeValues(TWO, { ...heavy, horizon: Infinity, margin: 0 }).value]).toEqual([0, 0]);
  });

  test('a mean spend of some other number of purchases than the repeated ones is taken by its own count', () => {
    const summary = { ...TWO, meanSpend: [22, 10], spendCount: [3, 1] };
    const { expectedSpend } = expectedLifetimeValues(summary, options);
    expect(relativeError(expectedSpend[0]!, spendOracle(3, 22))).toBeLessThan(1e-14);
    expect(relativeError(expectedSpend[1]!, spendOracle(1, 10))).toBeLessThan(1e-14);
    const unknown = expectedLifetimeValues({ ...summary, meanSpend: [22, NaN], spendCount: [3, 0] }, options);
    expect(relativeError(unknown.expectedSpend[1]!, spendOracle(0, NaN))).toBeLessThan(1e-14);
  });
});

/** The worth of purchases by short steps, each discounted in its middle, halved and halved again and extrapolated. */
function byShortSteps(one: ModelCase, at: number, horizon: number, rate: number): number {
  const { frequency, recency, age } = TWO;
  const customer = { frequency: frequency[at]!, recency: recency[at]!, age: age[at]! };
  const made = (until: number): number => one.model.expectedPurchases(one.typical, customer, { horizon: until });
  const steps = (count: number): number => {
    let total = 0;
    for (let step = 0; step < count; step++) {
      const [from, to] = [(horizon * step) / count, (horizon * (step + 1)) / count];
      total += (made(to) - made(from)) * Math.exp((-rate * (from + to)) / 2);
    }
    return total;
  };
  if (one.isDiscrete) {
    let total = 0;
    for (let k = 1; k <= horizon; k++) total += (made(k) - made(k - 1)) * Math.exp(-rate * k);
    return total;
  }
  const [coarse, middle, fine] = [steps(256), steps(512), steps(1024)];
  const [first, second] = [(4 * middle - coarse) / 3, (4 * fine - middle) / 3];
  return (16 * second - first) / 15;
}

describe.each(MODELS)('by $name', (one) => {
  const fits = typicalFits(one);
  const spender = { customers: ['ada'], meanSpend: [20], spendCount: [3] };
  const spend = spendOracle(3, 20);

  test('values are purchases with 40 digits, discounted or not, times spend', () => {
    for (const { parameters, customer, horizon, discount, known } of tableOf(one)) {
      const { frequency, recency, age } = customer;
      const summary = { ...spender, frequency: [frequency], recency: [recency], age: [age] };
      const rate = one.isDiscrete ? { discountRate: discount } : { continuousDiscountRate: discount };
      const options = { purchaseFit: fitOf(one.name, parameters), spendFit, margin: 0.3, ...rate };
      const within = expectedLifetimeValues(summary, { ...options, horizon });
      const forEver = expectedLifetimeValues(summary, { ...options, horizon: Infinity });
      const errors = [
        relativeError(within.probabilityAlive[0]!, known.probabilityAlive),
        relativeError(within.expectedPurchases[0]!, known.expectedPurchases),
        relativeError(within.value[0]!, 0.3 * spend * known.discountedWithin),
        relativeError(forEver.value[0]!, 0.3 * spend * known.discountedForEver),
      ];
      expect(Math.max(...errors), `${errors} in ${JSON.stringify(parameters)}`).toBeLessThan(1e-11);
    }
  });

  test('values are the sum of short steps in time, discounted one by one', () => {
    for (const [horizon, rate] of [
      [52, 0.002],
      [13, 0.05],
      [200, 0.01],
    ] as const) {
      const options = { ...fits, horizon, continuousDiscountRate: rate };
      const { value, expectedSpend } = expectedLifetimeValues(TWO, options);
      for (const at of [0, 1])
        expect(relativeError(value[at]!, expectedSpend[at]! * byShortSteps(one, at, horizon, rate))).toBeLessThan(1e-9);
    }
  });

  test('an ever longer horizon ends in all time to come', () => {
    const options = { ...fits, continuousDiscountRate: 0.01 };
    const forEver = expectedLifetimeValues(TWO, { ...options, horizon: Infinity }).value;
    let rest = Infinity;
    for (const horizon of [100, 1000, 4000]) {
      const within = expectedLifetimeValues(TWO, { ...options, horizon }).value;
      const left = 1 - within[0]! / forEver[0]!;
      expect(left).toBeLessThan(rest / 2);
      // Purchases come ever more rarely, so what is left is less than the discount of the horizon.
      expect(left).toBeLessThan(Math.exp(-0.01 * horizon) + ROUNDING);
      rest = left;
    }
  });

  test('an ever smaller discount ends in none', () => {
    const none = expectedLifetimeValues(TWO, { ...fits, horizon: 104 });
    expect([...none.value]).toEqual([0, 1].map((at) => none.expectedSpend[at]! * none.expectedPurchases[at]!));
    for (const continuousDiscountRate of [1e-4, 1e-8, 1e-15, 1e-300]) {
      const { value } = expectedLifetimeValues(TWO, { ...fits, horizon: 104, continuousDiscountRate });
      for (const at of [0, 1]) {
        const lost = 1 - value[at]! / none.value[at]!;
        expect(lost).toBeLessThan(104 * continuousDiscountRate + ROUNDING);
        expect(lost).toBeGreaterThan(-ROUNDING);
      }
    }
  });

  const rates = fc.constantFrom(undefined, 0, 1e-4, 0.002, 0.1);
  const anyCase = fc.record({
    spenders: anySpenders(one),
    parameters: anyParameters(one),
    horizon: anyHorizon(one),
    discountRate: rates,
    margin: fc.nat(1000).map((thousandths) => thousandths / 1000),
  });
  const optionsOf = ({ parameters, horizon, discountRate, margin }: Omit<Drawn<typeof anyCase>, 'spenders'>) => ({
    ...{ purchaseFit: fitOf(one.name, parameters), spendFit, horizon, margin },
    ...(discountRate === undefined ? {} : { discountRate }),
  });

  test('twice the money is twice the value, and a share of the margin that share', () => {
    fc.assert(
      fc.property(anyCase, ({ spenders, ...how }) => {
        const options = optionsOf(how);
        const { value } = expectedLifetimeValues(spenders, options);
        const cents = { ...spenders, meanSpend: spenders.meanSpend.map((amount) => 128 * amount) };
        const dear = { ...options, spendFit: spendFitOf({ ...SPEND, v: 128 * SPEND.v }) };
        const dearly = expectedLifetimeValues(cents, dear).value;
        const whole = expectedLifetimeValues(spenders, { ...options, margin: 1 }).value;
        value.forEach((own, at) => {
          // A power of 2 costs no digit, unless there are none left.
          if (own > 1e-290) expect(dearly[at]).toBe(128 * own);
          if (own > 1e-290) expect(relativeError(own, how.margin * whole[at]!)).toBeLessThan(1e-14);
          else expect(dearly[at]).toBeLessThan(1e-287);
        });
      }),
      runs(50),
    );
  });

  test('value falls with the discount and grows with the horizon', () => {
    fc.assert(
      fc.property(anyCase, anyHorizon(one), ({ spenders, ...how }, more) => {
        const options = optionsOf(how);
        const { value } = expectedLifetimeValues(spenders, options);
        const longer = expectedLifetimeValues(spenders, { ...options, horizon: how.horizon + more }).value;
        const dearer = expectedLifetimeValues(spenders, { ...options, discountRate: 0.15 }).value;
        value.forEach((own, at) => {
          expect(longer[at]! * (1 + ROUNDING)).toBeGreaterThanOrEqual(own);
          expect(dearer[at]!).toBeLessThanOrEqual(own * (1 + ROUNDING));
        });
      }),
      runs(50),
    );
  });

  test("each customer's value is that customer's alone, bit for bit, whoever else is there and in whatever order", () => {
    fc.assert(
      fc.property(anyCase, fc.array(fc.nat(), { maxLength: 12 }), ({ spenders, ...how }, draws) => {
        const size = spenders.customers.length;
        const places = size === 0 ? [] : draws.map((draw) => draw % size);
        const options = { ...optionsOf(how), acquisitionCost: 3 };
        const all = expectedLifetimeValues(spenders, options);
        const some = expectedLifetimeValues(pick(spenders, places), options);
        for (const column of COLUMNS) expect([...some[column]]).toEqual(places.map((place) => all[column][place]!));
        expect(some.customers).toEqual(places.map((place) => spenders.customers[place]));
      }),
      runs(50),
    );
  });

  test('net value and cost make the value, customers make the total', () => {
    fc.assert(
      fc.property(anyCase, fc.array(fc.nat(5000), { minLength: 9, maxLength: 9 }), ({ spenders, ...how }, cents) => {
        const costs = spenders.customers.map((_, i) => cents[i]! / 100);
        const values = expectedLifetimeValues(spenders, {
          ...optionsOf(how),
          acquisitionCost: Float64Array.from(costs),
        });
        const { value, netValue, acquisitionCost, valueToCostRatio, total } = values;
        expect([...acquisitionCost]).toEqual(costs);
        value.forEach((own, at) => {
          expect(Math.abs(netValue[at]! + costs[at]! - own)).toBeLessThanOrEqual(1e-15 * (own + costs[at]!));
          if (costs[at]! > 0) expect(valueToCostRatio[at]! * costs[at]!).toBeCloseTo(own, 9);
        });
        const added = (column: ArrayLike<number>) => Array.from(column).reduce((whole, part) => whole + part, 0);
        expect(relativeError(total.value, added(value))).toBeLessThan(1e-14);
        expect(relativeError(total.acquisitionCost, added(costs))).toBeLessThan(1e-14);
        expect(relativeError(total.expectedPurchases, added(values.expectedPurchases))).toBeLessThan(1e-14);
        expect(total.netValue).toBe(total.value - total.acquisitionCost);
      }),
      runs(50),
    );
  });

  test('a fit that went through JSON gives the same bits, and frozen input is taken', () => {
    const shop = typicalShop(one, 5, 1500);
    const paid = gammaGamma.simulate(SPEND, { seed: 6, frequencies: shop.frequency });
    const customers = Array.from(shop.frequency, (_, customer) => customer);
    const summary = deepFrozen({ customers, ...shop, meanSpend: paid.meanSpend });
    const own = one.model.fit(shop) as unknown as PurchaseFit;
    const options = { purchaseFit: own, spendFit: gammaGamma.fit(paid), horizon: 12, discountRate: 0.01 };
    const values = expectedLifetimeValues(summary, deepFrozen({ ...options, acquisitionCost: Array.from(shop.age) }));
    const saved = JSON.parse(JSON.stringify(options)) as typeof options & { spendFit: GammaGammaFit };
    expect(expectedLifetimeValues(summary, { ...saved, acquisitionCost: shop.age })).toEqual(values);
  });
});

const COLUMNS = [
  ...(['probabilityAlive', 'expectedPurchases', 'expectedSpend', 'value'] as const),
  ...(['acquisitionCost', 'netValue', 'valueToCostRatio'] as const),
] satisfies readonly (keyof ExpectedLifetimeValues)[];

type Drawn<Draws> = Draws extends fc.Arbitrary<infer Case> ? Case : never;
