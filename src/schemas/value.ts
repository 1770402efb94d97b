import type * as z from 'zod/mini';
import { averageOrderValue, type OrderTotals } from '../value/averageOrderValue.ts';
import { customerLifetimeValue, type LifetimeValueParts } from '../value/customerLifetimeValue.ts';
import { type NetLifetimeValueParts, netCustomerLifetimeValue } from '../value/netCustomerLifetimeValue.ts';
import { type BuyerTotals, purchaseFrequency } from '../value/purchaseFrequency.ts';
import { count, figure } from './fields.ts';
import { subjectSchema } from './subjectSchema.ts';

/** What `averageOrderValue` takes. */
export const orderTotals: z.ZodMiniType<OrderTotals, OrderTotals> = subjectSchema(
  { revenue: figure, orders: count },
  averageOrderValue,
);

/** What `purchaseFrequency` takes. */
export const buyerTotals: z.ZodMiniType<BuyerTotals, BuyerTotals> = subjectSchema(
  { orders: count, buyers: count },
  purchaseFrequency,
);

/** What `customerLifetimeValue` takes. */
export const lifetimeValueParts: z.ZodMiniType<LifetimeValueParts, LifetimeValueParts> = subjectSchema(
  { averageOrderValue: figure, purchaseFrequency: figure, lifespan: figure },
  customerLifetimeValue,
);

/** What `netCustomerLifetimeValue` takes. */
export const netLifetimeValueParts: z.ZodMiniType<NetLifetimeValueParts, NetLifetimeValueParts> = subjectSchema(
  { averageOrderValue: figure, purchaseFrequency: figure, lifespan: figure, acquisitionCost: figure },
  netCustomerLifetimeValue,
);
