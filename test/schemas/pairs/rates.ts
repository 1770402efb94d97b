import { toMilliseconds } from '../../../src/core/checks.ts';
import type { Instant } from '../../../src/core/types.ts';
import { averageLifespan } from '../../../src/rates/averageLifespan.ts';
import { churnRate } from '../../../src/rates/churnRate.ts';
import { churnRateOverPeriods } from '../../../src/rates/churnRateOverPeriods.ts';
import { conversionCounts } from '../../../src/rates/conversionCounts.ts';
import { conversionRate } from '../../../src/rates/conversionRate.ts';
import { customerGrowthRate } from '../../../src/rates/customerGrowthRate.ts';
import { customerMovement, type MovementOptions } from '../../../src/rates/customerMovement.ts';
import { customerMovements, type MovementsOptions } from '../../../src/rates/customerMovements.ts';
import { type EngagementOptions, engagementByPeriod } from '../../../src/rates/engagementByPeriod.ts';
import { engagementFrequency } from '../../../src/rates/engagementFrequency.ts';
import { growthRateOverPeriods } from '../../../src/rates/growthRateOverPeriods.ts';
import { movementFromTotals } from '../../../src/rates/movementFromTotals.ts';
import { reactivationRate } from '../../../src/rates/reactivationRate.ts';
import { type ReferralOptions, referralCounts } from '../../../src/rates/referralCounts.ts';
import { referralRate } from '../../../src/rates/referralRate.ts';
import { referredShare } from '../../../src/rates/referredShare.ts';
import { repeatPurchaseRate } from '../../../src/rates/repeatPurchaseRate.ts';
import { type RepeatPurchaseOptions, repeatPurchaseRates } from '../../../src/rates/repeatPurchaseRates.ts';
import { retentionRate } from '../../../src/rates/retentionRate.ts';
import { retentionRateOverPeriods } from '../../../src/rates/retentionRateOverPeriods.ts';
import { winBackRate } from '../../../src/rates/winBackRate.ts';
import { winBackRates } from '../../../src/rates/winBackRates.ts';
import { type Pair, PLAIN_PERIOD } from '../pair.ts';
import { events, eventsAt, eventsWith, tenuresUpTo } from './logs.ts';

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
    optional: { timeZone: 'Europe/Berlin', weekStartsOn: 'sunday', ...PLAIN_PERIOD, from: 0, to: 86_400_000 },
    ...{ strict: true, beyondJson: true },
  },
  conversionInput: { call: conversionRate, needed: { started: 200, converted: 30 }, argument: 'counts' },
  engagementCounts: { call: engagementFrequency, needed: { activities: 200, customers: 30 }, argument: 'counts' },
  referralInput: { call: referralRate, needed: { customers: 200, referrers: 30 }, argument: 'counts' },
  referredInput: { call: referredShare, needed: { newCustomers: 200, referredCustomers: 30 }, argument: 'counts' },
  winBackCounts: { call: winBackRate, needed: { lostCustomers: 200, wonBackCustomers: 30 }, argument: 'counts' },
  conversionOptions: {
    call: (options) => conversionCounts(events, options),
    needed: { start: 'visit', goal: 'order', within: 30, asOf: 5000 },
    values: { start: ['order', '', 'seen'], goal: ['visit', '', 'seen'] },
    ...{ strict: true, beyondJson: true },
  },
  engagementOptions: {
    call: (options: EngagementOptions) => engagementByPeriod(eventsAt(options?.asOf), options),
    needed: { period: 'month', asOf: 86_400_000 },
    optional: { timeZone: 'Europe/Berlin', weekStartsOn: 'sunday', ...PLAIN_PERIOD, from: 0 },
    ...{ strict: true, beyondJson: true },
  },
  referralOptions: {
    call: (options: ReferralOptions) => referralCounts(eventsWith(options?.attribute), options),
    needed: { attribute: 'plan' },
    optional: { from: 0, to: 5000 },
    ...{ values: { attribute: ['market', ''] }, strict: true, beyondJson: true },
  },
  repeatPurchaseOptions: {
    call: (options: RepeatPurchaseOptions) => repeatPurchaseRates(eventsAt(options?.asOf), options),
    needed: { period: 'month', within: 30, asOf: 86_400_000 },
    optional: { timeZone: 'Europe/Berlin', weekStartsOn: 'sunday', ...PLAIN_PERIOD, level: 0.9 },
    ...{ strict: true, beyondJson: true },
  },
  winBackOptions: {
    call: (options) => winBackRates(tenuresUpTo(5000), options),
    needed: { period: 'month', within: 30 },
    optional: { timeZone: 'Europe/Berlin', weekStartsOn: 'sunday', ...PLAIN_PERIOD, level: 0.9 },
    ...{ strict: true, beyondJson: true },
  },
};
