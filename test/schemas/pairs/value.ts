import { averageOrderValue } from '../../../src/value/averageOrderValue.ts';
import { churnAdjustedPaybackPeriod } from '../../../src/value/churnAdjustedPaybackPeriod.ts';
import { costPerCustomer } from '../../../src/value/costPerCustomer.ts';
import { costToServeByAge } from '../../../src/value/costToServeByAge.ts';
import { customerAcquisitionCost } from '../../../src/value/customerAcquisitionCost.ts';
import { customerLifespanWithinInterval } from '../../../src/value/customerLifespanWithinInterval.ts';
import { customerLifetimeValue } from '../../../src/value/customerLifetimeValue.ts';
import { customerRetentionCost } from '../../../src/value/customerRetentionCost.ts';
import { discountedLifetimeValue } from '../../../src/value/discountedLifetimeValue.ts';
import type { DiscountedValueParts } from '../../../src/value/discountedValue.ts';
import { grossMarginLifetimeValue } from '../../../src/value/grossMarginLifetimeValue.ts';
import { netCustomerLifetimeValue } from '../../../src/value/netCustomerLifetimeValue.ts';
import { paybackPeriod } from '../../../src/value/paybackPeriod.ts';
import { purchaseFrequency } from '../../../src/value/purchaseFrequency.ts';
import { purchaseGaps } from '../../../src/value/purchaseGaps.ts';
import { type RetentionProfitParts, retentionProfitEffect } from '../../../src/value/retentionProfitEffect.ts';
import { retentionToAcquisitionCostRatio } from '../../../src/value/retentionToAcquisitionCostRatio.ts';
import { timeBetweenPurchases } from '../../../src/value/timeBetweenPurchases.ts';
import { timeBetweenPurchasesInterval } from '../../../src/value/timeBetweenPurchasesInterval.ts';
import { valueToCostRatio } from '../../../src/value/valueToCostRatio.ts';
import type { Pair } from '../pair.ts';
import { events, tenuresUpTo } from './logs.ts';

const parts = { averageOrderValue: 40, purchaseFrequency: 3, lifespan: 5 };

const payback = { acquisitionCost: 90, marginPerPeriod: 30 };
const discounted = { marginPerPeriod: 90, retentionRate: 0.8, discountRate: 0.1 };
const gaps = purchaseGaps(events, { asOf: 5000 });
const weighting = ['gap', 'customer', 'order', undefined];

export const valuePairs: Readonly<Record<string, Pair>> = {
  orderTotals: { call: averageOrderValue, needed: { revenue: 12000, orders: 300 }, beyondJson: true },
  buyerTotals: { call: purchaseFrequency, needed: { orders: 300, buyers: 120 } },
  lifetimeValueParts: { call: customerLifetimeValue, needed: parts, beyondJson: true },
  netLifetimeValueParts: {
    ...{ call: netCustomerLifetimeValue, needed: { ...parts, acquisitionCost: 90 }, beyondJson: true },
  },
  churnAdjustedPaybackParts: {
    call: churnAdjustedPaybackPeriod,
    ...{ needed: { ...payback, retentionRate: 0.8 }, beyondJson: true, argument: 'parts' },
  },
  costTotals: { call: costPerCustomer, needed: { cost: 5000, customers: 200 }, argument: 'totals' },
  acquisitionTotals: {
    ...{ call: customerAcquisitionCost, needed: { acquisitionSpend: 5000, newCustomers: 200 }, argument: 'totals' },
  },
  retentionTotals: {
    ...{ call: customerRetentionCost, needed: { retentionSpend: 5000, retainedCustomers: 200 }, argument: 'totals' },
  },
  grossMarginLifetimeValueParts: {
    call: grossMarginLifetimeValue,
    ...{ needed: { ...parts, grossMargin: 0.4 }, beyondJson: true, argument: 'parts' },
  },
  paybackParts: { call: paybackPeriod, needed: payback, beyondJson: true, argument: 'parts' },
  retentionAndAcquisitionCost: {
    call: retentionToAcquisitionCostRatio,
    ...{ needed: { retentionCost: 30, acquisitionCost: 90 }, beyondJson: true, argument: 'costs' },
  },
  valueAndCost: {
    call: valueToCostRatio,
    ...{ needed: { lifetimeValue: 300, acquisitionCost: 90 }, beyondJson: true, argument: 'parts' },
  },
  discountedValueParts: {
    call: (own: DiscountedValueParts) => discountedLifetimeValue(own, { firstPayment: 'endOfPeriod', horizon: 3 }),
    ...{ needed: discounted, beyondJson: true, argument: 'parts' },
  },
  retentionProfitParts: {
    call: (own: RetentionProfitParts) => retentionProfitEffect(own, { firstPayment: 'endOfPeriod' }),
    needed: { ...discounted, changedRetentionRate: 0.85, acquisitionCost: 50 },
    ...{ beyondJson: true, argument: 'parts' },
  },
  discountedValueOptions: {
    call: (options) => discountedLifetimeValue(discounted, options),
    needed: { firstPayment: 'now' },
    optional: { horizon: 12 },
    values: { firstPayment: ['endOfPeriod', 'endOfPeriodIfRetained', 'never', undefined], horizon: [0, 1, 1.5, -1] },
    strict: true,
  },
  costToServeOptions: {
    call: (options) => costToServeByAge(events, tenuresUpTo(5000), options),
    ...{ needed: { ageBand: 30 }, values: { ageBand: [0.5, 0, -1, 200_000_000, 200_000_001] }, strict: true },
  },
  purchaseGapsOptions: {
    call: (options) => purchaseGaps(events, options),
    ...{ needed: { asOf: 5000 }, strict: true, beyondJson: true },
  },
  lifespanWithinIntervalOptions: {
    call: (options) => customerLifespanWithinInterval({ time: [5, 9], ended: [1, 0] }, options),
    ...{ needed: { horizon: 6 }, optional: { level: 0.9 }, strict: true },
  },
  timeBetweenPurchasesOptions: {
    call: (options) => timeBetweenPurchases(gaps, options),
    ...{ needed: {}, optional: { weighting: 'customer' }, values: { weighting }, strict: true },
  },
  timeBetweenPurchasesIntervalOptions: {
    call: (options) => timeBetweenPurchasesInterval(gaps, options),
    needed: { seed: 7 },
    optional: { level: 0.9, weighting: 'customer', resamples: 3 },
    ...{ values: { weighting, seed: [0, -1, 1.5, 2 ** 53], resamples: [1, 2, 0, 1.5, 1e7 + 1] }, strict: true },
  },
};
