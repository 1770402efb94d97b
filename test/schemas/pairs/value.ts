import { averageOrderValue } from '../../../src/value/averageOrderValue.ts';
import { customerLifetimeValue } from '../../../src/value/customerLifetimeValue.ts';
import { netCustomerLifetimeValue } from '../../../src/value/netCustomerLifetimeValue.ts';
import { purchaseFrequency } from '../../../src/value/purchaseFrequency.ts';
import type { Pair } from '../pair.ts';

const parts = { averageOrderValue: 40, purchaseFrequency: 3, lifespan: 5 };

export const valuePairs: Readonly<Record<string, Pair>> = {
  orderTotals: { call: averageOrderValue, needed: { revenue: 12000, orders: 300 }, beyondJson: true },
  buyerTotals: { call: purchaseFrequency, needed: { orders: 300, buyers: 120 } },
  lifetimeValueParts: { call: customerLifetimeValue, needed: parts, beyondJson: true },
  netLifetimeValueParts: {
    ...{ call: netCustomerLifetimeValue, needed: { ...parts, acquisitionCost: 90 }, beyondJson: true },
  },
};
