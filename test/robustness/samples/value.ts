import { purchaseGaps } from '../../../src/value/purchaseGaps.ts';
import { asOf, events, tenures } from './shared.ts';

const orderValue = { averageOrderValue: 20, purchaseFrequency: 3, lifespan: 2, grossMargin: 0.3, acquisitionCost: 10 };
const margin = { marginPerPeriod: 10, retentionRate: 0.8, changedRetentionRate: 0.85, discountRate: 0.1 };
const gaps = purchaseGaps(events, { asOf });
/** Plain arrays, so that what stands in them is made hostile too. */
const plainGaps = { ...gaps, time: [...gaps.time], ended: [...gaps.ended] };
const lifespans = { customers: ['ada', 'bob'], time: [35, 65], ended: [1, 0] };

export const value: Readonly<Record<string, readonly unknown[]>> = {
  averageOrderValue: [{ revenue: 100, orders: 5 }],
  churnAdjustedPaybackPeriod: [{ acquisitionCost: 20, marginPerPeriod: 10, retentionRate: 0.8 }],
  costPerCustomer: [{ cost: 100, customers: 5 }],
  costToServeByAge: [events, tenures, { ageBand: 30 }],
  customerAcquisitionCost: [{ acquisitionSpend: 100, newCustomers: 5 }],
  customerLifespan: [lifespans],
  customerLifespanInterval: [lifespans, { level: 0.9 }],
  customerLifespanWithin: [lifespans, { horizon: 30 }],
  customerLifespanWithinInterval: [lifespans, { horizon: 30, level: 0.9 }],
  customerLifespans: [tenures],
  customerLifetimeValue: [orderValue],
  customerRetentionCost: [{ retentionSpend: 100, retainedCustomers: 5 }],
  discountedLifetimeValue: [margin, { firstPayment: 'now', horizon: 5 }],
  grossMarginLifetimeValue: [orderValue],
  netCustomerLifetimeValue: [orderValue],
  paybackPeriod: [{ acquisitionCost: 20, marginPerPeriod: 10 }],
  purchaseFrequency: [{ orders: 5, buyers: 3 }],
  purchaseGaps: [events, { asOf }],
  retentionProfitEffect: [
    { ...margin, acquisitionCost: 10 },
    { firstPayment: 'endOfPeriod', horizon: 5 },
  ],
  retentionToAcquisitionCostRatio: [{ retentionCost: 5, acquisitionCost: 50 }],
  timeBetweenPurchases: [plainGaps, { weighting: 'customer' }],
  timeBetweenPurchasesInterval: [plainGaps, { seed: 7, resamples: 20, level: 0.9, weighting: 'customer' }],
  valueToCostRatio: [{ lifetimeValue: 30, acquisitionCost: 10 }],
};
