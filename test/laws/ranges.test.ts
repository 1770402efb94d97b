import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { averageLifespan } from '../../src/rates/averageLifespan.ts';
import { churnRate } from '../../src/rates/churnRate.ts';
import { churnRateOverPeriods } from '../../src/rates/churnRateOverPeriods.ts';
import { customerGrowthRate } from '../../src/rates/customerGrowthRate.ts';
import { growthRateOverPeriods } from '../../src/rates/growthRateOverPeriods.ts';
import { reactivationRate } from '../../src/rates/reactivationRate.ts';
import { repeatPurchaseRate } from '../../src/rates/repeatPurchaseRate.ts';
import { retentionRate } from '../../src/rates/retentionRate.ts';
import { retentionRateOverPeriods } from '../../src/rates/retentionRateOverPeriods.ts';
import { purchaseFrequency } from '../../src/value/purchaseFrequency.ts';
import { anyQuantity, anyShare } from '../rates/counts.ts';
import { runs } from './runs.ts';

const periods = fc.double({ min: 0, max: 400, noNaN: true });
/** A quantity and one of at most that. */
const anyTwo = fc.tuple(anyQuantity, anyShare).map(([whole, share]) => [whole, whole * share] as const);

/** Each metric's range, as its doc block has it, and its value of something random and valid. */
const METRICS: readonly (readonly [name: string, lower: number, upper: number, value: fc.Arbitrary<number>])[] = [
  [
    ...(['retentionRate', 0, 1] as const),
    fc.tuple(anyTwo, anyQuantity).map(([[customersAtStart, retained], newCustomers]) => {
      const customersAtEnd = retained + newCustomers;
      return retentionRate({ customersAtStart, customersAtEnd, newCustomers });
    }),
  ],
  [
    ...(['churnRate', 0, 1] as const),
    anyTwo.map(([customersAtStart, lostCustomers]) => churnRate({ customersAtStart, lostCustomers })),
  ],
  [
    ...(['repeatPurchaseRate', 0, 1] as const),
    anyTwo.map(([buyers, repeatBuyers]) => repeatPurchaseRate({ buyers, repeatBuyers })),
  ],
  [
    ...(['reactivationRate', 0, 1] as const),
    anyTwo.map(([formerCustomersAtStart, returnedCustomers]) =>
      reactivationRate({ formerCustomersAtStart, returnedCustomers }),
    ),
  ],
  [
    ...(['customerGrowthRate', -1, Infinity] as const),
    fc
      .tuple(anyQuantity, anyQuantity)
      .map(([customersAtStart, customersAtEnd]) => customerGrowthRate({ customersAtStart, customersAtEnd })),
  ],
  [...(['averageLifespan', 1, Infinity] as const), anyShare.map((rate) => averageLifespan({ churnRate: rate }))],
  [
    ...(['churnRateOverPeriods', 0, 1] as const),
    fc.tuple(anyShare, periods).map(([rate, count]) => churnRateOverPeriods({ churnRate: rate, periods: count })),
  ],
  [
    ...(['retentionRateOverPeriods', 0, 1] as const),
    fc
      .tuple(anyShare, periods)
      .map(([rate, count]) => retentionRateOverPeriods({ retentionRate: rate, periods: count })),
  ],
  [
    ...(['growthRateOverPeriods', -1, Infinity] as const),
    fc
      .tuple(fc.double({ min: -1, max: 2, noNaN: true }), periods)
      .map(([rate, count]) => growthRateOverPeriods({ growthRate: rate, periods: count })),
  ],
  [
    ...(['purchaseFrequency', 1, Infinity] as const),
    anyTwo.map(([orders, buyers]) => purchaseFrequency({ orders, buyers })),
  ],
];

describe.each(METRICS)('%s', (_, lower, upper, value) => {
  test(`is undefined or lies from ${lower} to ${upper}`, () => {
    fc.assert(
      fc.property(value, (found) => {
        if (!Number.isNaN(found)) expect(found >= lower && found <= upper).toBe(true);
      }),
      runs(2000),
    );
  });
});
