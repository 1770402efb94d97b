import fc from 'fast-check';
import type { MetricCase } from '../metricCase.ts';

/** From customers who could not be more unlike to ones who are all but alike. */
const shape = fc.oneof(
  fc.constantFrom(1, 1e-6, 1e6),
  fc.double({ min: Math.log(1e-4), max: Math.log(1e4), noNaN: true }).map(Math.exp),
);
const power = fc.oneof(fc.constantFrom(1, 0.2, 20), fc.double({ min: 0.2, max: 4, noNaN: true }));
const renewals = fc.oneof(fc.nat(20), fc.constantFrom(0, 1e6, 2 ** 53 - 1));
const periods = fc.oneof(fc.nat(50), fc.constantFrom(0, 1, 2 ** 53 - 1));
const horizon = fc.oneof(fc.integer({ min: 1, max: 500 }), fc.constantFrom(1e9, 2 ** 53 - 1));
const rate = fc.oneof(fc.constantFrom(0, 1e-12, 1e300), fc.double({ min: 0, max: 2, noNaN: true }));
const discount = fc.oneof(
  rate.map((discountRate) => ({ discountRate })),
  rate.map((continuousDiscountRate) => ({ continuousDiscountRate })),
);

/** A customer, and a timing that is one of theirs. */
const moment = fc.oneof(
  fc.constant([{ renewals: 0 }, { timing: 'justAcquired' }] as const),
  fc.tuple(fc.record({ renewals }), fc.record({ timing: fc.constantFrom('beforeRenewal', 'afterPayment') })),
);
const ahead = fc
  .tuple(moment, fc.option(horizon))
  .map(([[customer, at], most]) => [customer, most === null ? at : { ...at, horizon: most }] as const);

interface Shape {
  readonly alpha: number;
  readonly beta: number;
  readonly c?: number;
}

interface Ahead {
  readonly timing: string;
  readonly horizon?: number;
  readonly discountRate?: number;
  readonly continuousDiscountRate?: number;
}

const cohorts = fc
  .array(
    fc.record({
      left: fc.nat(1000),
      lost: fc.array(fc.oneof(fc.constant(0), fc.nat(1000)), { minLength: 1, maxLength: 20 }),
      renewalsBefore: fc.constantFrom(0, 0, 3, 50_000),
    }),
    { maxLength: 4 },
  )
  .map((list) => [
    { survivors: [2, 1] },
    ...list.map(({ left, lost, renewalsBefore }) => {
      const survivors = [left];
      for (const loss of lost) survivors.unshift(survivors[0]! + loss);
      return { survivors, renewalsBefore };
    }),
  ]);

/** Whether a lifetime is one that the doc block says is infinite: of customers who hardly ever leave, and without an end. */
function isEndless({ alpha, c = 1 }: Shape, { horizon, ...by }: Ahead): boolean {
  return horizon === undefined && alpha * c <= 1.001 && !((by.discountRate ?? by.continuousDiscountRate ?? 0) > 0);
}

/** The metrics of a contractual model, none of which is ever undefined. */
const contractCases = (model: string, parameters: fc.Arbitrary<Shape>): Record<string, MetricCase> => ({
  [`${model}.discountedExpectedResidualLifetime`]: {
    valid: fc
      .tuple(parameters, ahead, discount)
      .map(([one, [customer, at], by]) => [one, customer, { ...at, ...by }] as const)
      .filter(([one, , by]) => !isEndless(one, by)),
    undefined: [],
  },
  [`${model}.expectedResidualLifetime`]: {
    valid: fc
      .tuple(parameters, ahead)
      .map(([one, [customer, at]]) => [one, customer, at] as const)
      .filter(([one, , at]) => !isEndless(one, at)),
    undefined: [],
  },
  [`${model}.logLikelihood`]: {
    valid: fc.tuple(parameters, cohorts).map(([one, list]) => [one, { cohorts: list }]),
    undefined: [],
  },
  [`${model}.renewalProbability`]: { valid: fc.tuple(parameters, fc.record({ renewals })), undefined: [] },
  [`${model}.survivalProbability`]: {
    valid: fc.tuple(parameters, fc.record({ renewals }), fc.record({ periods })),
    undefined: [],
  },
});

export const contractModels: Readonly<Record<string, MetricCase>> = {
  ...contractCases('sBg', fc.record({ alpha: shape, beta: shape })),
  ...contractCases('betaDiscreteWeibull', fc.record({ alpha: shape, beta: shape, c: power })),
};
