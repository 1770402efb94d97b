import fc from 'fast-check';
import { anyPart, anyQuantity, anyShare } from '../../rates/counts.ts';
import type { MetricCase } from '../metricCase.ts';

/** A quantity and one of at most that: whole or not, huge, tiny, zero. */
const anyTwo: fc.Arbitrary<readonly [whole: number, part: number]> = fc.oneof(
  anyPart.map(({ whole, part }) => [whole, part] as const),
  fc.tuple(anyQuantity, anyShare).map(([whole, share]) => [whole, whole * share] as const),
  fc
    .tuple(fc.double({ min: 0, max: Number.MAX_VALUE, noNaN: true }), fc.constantFrom(0, 1))
    .map(([whole, share]) => [whole, whole * share] as const),
);

/** Zero, or so far from it and from the largest double that no quotient of two passes the largest. */
const anyAmount = fc.oneof(fc.constant(0), fc.nat(1000), fc.double({ min: 1e-150, max: 1e150, noNaN: true }));
const anyPeriods = fc.oneof(fc.constantFrom(0, 1, 12, 1 / 12, 365), fc.double({ min: 0, max: 400, noNaN: true }));
const orNaN = (value: fc.Arbitrary<number>): fc.Arbitrary<number> =>
  fc.oneof({ weight: 9, arbitrary: value }, fc.constant(Number.NaN));

/** The case of a share: of nobody it is undefined. */
function share(whole: string, part: string): MetricCase {
  return {
    valid: anyTwo.map(([all, some]) => [{ [whole]: all, [part]: some }]),
    undefined: [[{ [whole]: 0, [part]: 0 }]],
  };
}

/** The case of a rate over more or fewer periods: undefined where the rate is. */
function overPeriods(name: string, rate: fc.Arbitrary<number>): MetricCase {
  return {
    valid: fc.tuple(orNaN(rate), anyPeriods).map(([value, periods]) => [{ [name]: value, periods }]),
    undefined: [[{ [name]: Number.NaN, periods: 12 }], [{ [name]: Number.NaN, periods: 0 }]],
  };
}

/** How each metric of rates is tried out, by its name. */
export const cases: Readonly<Record<string, MetricCase>> = {
  averageLifespan: {
    valid: orNaN(fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 1e-300, max: 1, noNaN: true }))).map((churnRate) => [
      { churnRate },
    ]),
    undefined: [[{ churnRate: 0 }], [{ churnRate: Number.NaN }]],
  },
  churnRate: share('customersAtStart', 'lostCustomers'),
  churnRateOverPeriods: overPeriods('churnRate', anyShare),
  conversionRate: share('started', 'converted'),
  customerGrowthRate: {
    valid: fc
      .tuple(anyAmount, anyAmount)
      .map(([customersAtStart, customersAtEnd]) => [{ customersAtStart, customersAtEnd }]),
    undefined: [[{ customersAtStart: 0, customersAtEnd: 5 }], [{ customersAtStart: 0, customersAtEnd: 0 }]],
  },
  engagementFrequency: {
    valid: fc.tuple(anyAmount, anyAmount).map(([activities, customers]) => [{ activities, customers }]),
    undefined: [[{ activities: 0, customers: 0 }], [{ activities: 5, customers: 0 }]],
  },
  growthRateOverPeriods: overPeriods('growthRate', fc.double({ min: -1, max: 2, noNaN: true })),
  reactivationRate: share('formerCustomersAtStart', 'returnedCustomers'),
  referralRate: share('customers', 'referrers'),
  referredShare: share('newCustomers', 'referredCustomers'),
  repeatPurchaseRate: share('buyers', 'repeatBuyers'),
  retentionRate: {
    valid: fc
      .tuple(anyTwo, anyQuantity)
      .map(([[customersAtStart, retained], newCustomers]) => [
        { customersAtStart, customersAtEnd: retained + newCustomers, newCustomers },
      ]),
    undefined: [
      [{ customersAtStart: 0, customersAtEnd: 0, newCustomers: 0 }],
      [{ customersAtStart: 0, customersAtEnd: 5, newCustomers: 5 }],
    ],
  },
  retentionRateOverPeriods: overPeriods('retentionRate', anyShare),
  winBackRate: share('lostCustomers', 'wonBackCustomers'),
};
