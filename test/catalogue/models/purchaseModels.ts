// The figures of the models of purchases. Where one is Infinity, as documented, it is left out: for ever without discount.
import fc from 'fast-check';
import type { MetricCase } from '../metricCase.ts';

/** From customers who could not be more unlike to ones who are all but alike. */
const shape = fc.oneof(
  fc.constantFrom(1, 1e-3, 1e3, 0.5, 2),
  fc.double({ min: Math.log(1e-3), max: Math.log(1e3), noNaN: true }).map(Math.exp),
);
/** Units from seconds to years, or thereabouts. */
const scale = fc.oneof(
  fc.constantFrom(1, 1e-6, 1e6),
  fc.double({ min: Math.log(1e-3), max: Math.log(1e3), noNaN: true }).map(Math.exp),
);
const part = fc.oneof(fc.constantFrom(1, 1e-6), fc.double({ min: 1e-6, max: 1, noNaN: true }));
const frequency = fc.oneof(fc.constantFrom(0, 1, 2, 300), fc.nat(20));

interface History {
  readonly frequency: number;
  readonly recency: number;
  readonly age: number;
}

/** Customers whose times are of any length. */
const inTime: fc.Arbitrary<History> = fc
  .record({
    frequency,
    part,
    age: fc.oneof(fc.constantFrom(1, 39, 1e4), fc.double({ min: 1e-3, max: 1e3, noNaN: true })),
  })
  .map(({ frequency: repeats, part: share, age }) => ({
    frequency: repeats,
    recency: repeats === 0 ? 0 : age * share,
    age,
  }));
/** Customers whose times are counted in opportunities, to buy once at each. */
const inOpportunities: fc.Arbitrary<History> = fc
  .record({ frequency: fc.nat(8), silence: fc.nat(30), misses: fc.nat(6) })
  .map(({ frequency: repeats, silence, misses }) => {
    const recency = repeats === 0 ? 0 : repeats + misses;
    return { frequency: repeats, recency, age: recency + silence };
  });

const columnsOf = (rows: readonly History[]) => ({
  frequency: rows.map((row) => row.frequency),
  recency: rows.map((row) => row.recency),
  age: rows.map((row) => row.age),
  weight: rows.map((_, row) => row + 1),
});

const lengths = fc.oneof(fc.constantFrom(0, 1, 52, 1e4), fc.double({ min: 0, max: 500, noNaN: true }));
const counts = fc.oneof(fc.constantFrom(0, 1), fc.nat(60));
const rate = fc.oneof(fc.constantFrom(1e-4, 0.1, 2), fc.double({ min: 1e-4, max: 1, noNaN: true }));
const discount = fc.oneof(
  rate.map((discountRate) => ({ discountRate })),
  rate.map((continuousDiscountRate) => ({ continuousDiscountRate })),
);

/** The figures of a model of purchases, none of which is ever undefined. */
function purchaseCases(
  model: string,
  parameters: fc.Arbitrary<object>,
  customer: fc.Arbitrary<History>,
  horizon: fc.Arbitrary<number>,
  ofDiscount = parameters,
): Record<string, MetricCase> {
  const never = (...lists: fc.Arbitrary<unknown>[]): MetricCase => ({ valid: fc.tuple(...lists), undefined: [] });
  const ahead = horizon.map((time) => ({ horizon: time }));
  const count = fc.record({ purchases: counts, horizon });
  const discounted = fc.oneof(
    ahead,
    discount,
    fc.tuple(ahead, discount).map(([time, by]) => ({ ...time, ...by })),
  );
  const data = fc.array(customer, { minLength: 1, maxLength: 10 }).map(columnsOf);
  return {
    [`${model}.discountedExpectedResidualTransactions`]: never(ofDiscount, customer, discounted),
    [`${model}.discountedExpectedTransactionsOfNewCustomer`]: never(ofDiscount, discounted),
    [`${model}.expectedPurchases`]: never(parameters, customer, ahead),
    [`${model}.expectedPurchasesOfNewCustomer`]: never(parameters, ahead),
    [`${model}.logLikelihood`]: never(parameters, data),
    [`${model}.probabilityAlive`]: never(
      parameters,
      customer,
      fc.oneof(
        fc.constant({}),
        horizon.map((after) => ({ after })),
      ),
    ),
    [`${model}.probabilityOfPurchases`]: never(parameters, customer, count),
    [`${model}.probabilityOfPurchasesOfNewCustomer`]: never(parameters, count),
  };
}

const dropout = fc.record({ r: shape, alpha: scale, a: shape, b: shape });
/** Discounts are integrals over time, which take seconds for a million purchases a day. */
const slowDropout = dropout.filter(({ r, alpha }) => r < 40 && r / alpha < 100);
const lifetime = fc.record({ r: shape, alpha: scale, s: shape, beta: scale });
const chances = fc.record({ alpha: shape, beta: shape, gamma: shape, delta: shape });

export const purchaseModels: Readonly<Record<string, MetricCase>> = {
  ...purchaseCases('bgNbd', dropout, inTime, lengths, slowDropout),
  ...purchaseCases('mbgNbd', dropout, inTime, lengths, slowDropout),
  ...purchaseCases('paretoNbd', lifetime, inTime, lengths),
  ...purchaseCases('bgBb', chances, inOpportunities, fc.oneof(fc.constantFrom(0, 1, 500), fc.nat(100))),
};
