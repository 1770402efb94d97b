import { toMilliseconds } from '../../../src/core/checks.ts';
import type { Instant } from '../../../src/core/types.ts';
import { averageLifespan } from '../../../src/rates/averageLifespan.ts';
import { churnRate } from '../../../src/rates/churnRate.ts';
import { churnRateOverPeriods } from '../../../src/rates/churnRateOverPeriods.ts';
import { customerGrowthRate } from '../../../src/rates/customerGrowthRate.ts';
import { customerMovement, type MovementOptions } from '../../../src/rates/customerMovement.ts';
import { customerMovements, type MovementsOptions } from '../../../src/rates/customerMovements.ts';
import { growthRateOverPeriods } from '../../../src/rates/growthRateOverPeriods.ts';
import { movementFromTotals } from '../../../src/rates/movementFromTotals.ts';
import { reactivationRate } from '../../../src/rates/reactivationRate.ts';
import { repeatPurchaseRate } from '../../../src/rates/repeatPurchaseRate.ts';
import { retentionRate } from '../../../src/rates/retentionRate.ts';
import { retentionRateOverPeriods } from '../../../src/rates/retentionRateOverPeriods.ts';
import type { Pair } from '../pair.ts';
import { tenuresUpTo } from './logs.ts';

/** A log that ends where the period does, or at 0 where that is no instant. */
function tenuresFor(end: Instant | undefined): ReturnType<typeof tenuresUpTo> {
  return tenuresUpTo(Number.isNaN(toMilliseconds(end)) ? 0 : end!);
}

export const ratesPairs: Readonly<Record<string, Pair>> = {
  retentionCounts: { call: retentionRate, needed: { customersAtStart: 200, customersAtEnd: 210, newCustomers: 40 } },
  churnCounts: { call: churnRate, needed: { customersAtStart: 200, lostCustomers: 30 } },
  growthCounts: { call: customerGrowthRate, needed: { customersAtStart: 200, customersAtEnd: 210 } },
  lifespanInput: { call: averageLifespan, needed: { churnRate: 0.05 }, beyondJson: true },
  churnConversion: { call: churnRateOverPeriods, needed: { churnRate: 0.05, periods: 12 }, beyondJson: true },
  retentionConversion: {
    ...{ call: retentionRateOverPeriods, needed: { retentionRate: 0.95, periods: 12 }, beyondJson: true },
  },
  growthConversion: { call: growthRateOverPeriods, needed: { growthRate: 0.1, periods: 2 }, beyondJson: true },
  repeatPurchaseCounts: { call: repeatPurchaseRate, needed: { buyers: 400, repeatBuyers: 100 } },
  reactivationCounts: { call: reactivationRate, needed: { formerCustomersAtStart: 500, returnedCustomers: 20 } },
  publishedTotals: {
    call: movementFromTotals,
    needed: { customersAtStart: 1000, customersAtEnd: 1100, newCustomers: 300 },
    optional: { lostCustomers: 200, netAdditions: 100 },
    ...{ full: { lostCustomers: 200 }, argument: 'totals' },
  },
  movementOptions: {
    call: (options: MovementOptions) => customerMovement(tenuresFor(options?.to), options),
    ...{ needed: { from: 0, to: 5000 }, strict: true, beyondJson: true },
  },
  movementsOptions: {
    call: (options: MovementsOptions) => customerMovements(tenuresFor(options?.to ?? options?.from), options),
    needed: { period: 'month' },
    optional: { timeZone: 'Europe/Berlin', weekStartsOn: 'sunday', from: 0, to: 86_400_000 },
    ...{ strict: true, beyondJson: true },
  },
};
