import * as z from 'zod/mini';
import { averageOrderValue, type OrderTotals } from '../value/averageOrderValue.ts';
import { type ChurnAdjustedPaybackParts, churnAdjustedPaybackPeriod } from '../value/churnAdjustedPaybackPeriod.ts';
import { type CostTotals, costPerCustomer } from '../value/costPerCustomer.ts';
import { type CostToServeOptions, costToServeByAge } from '../value/costToServeByAge.ts';
import { type AcquisitionTotals, customerAcquisitionCost } from '../value/customerAcquisitionCost.ts';
import {
  customerLifespanWithinInterval,
  type LifespanWithinIntervalOptions,
} from '../value/customerLifespanWithinInterval.ts';
import { customerLifetimeValue, type LifetimeValueParts } from '../value/customerLifetimeValue.ts';
import { customerRetentionCost, type RetentionTotals } from '../value/customerRetentionCost.ts';
import { discountedLifetimeValue } from '../value/discountedLifetimeValue.ts';
import type { DiscountedValueOptions, DiscountedValueParts } from '../value/discountedValue.ts';
import { type GrossMarginLifetimeValueParts, grossMarginLifetimeValue } from '../value/grossMarginLifetimeValue.ts';
import { type NetLifetimeValueParts, netCustomerLifetimeValue } from '../value/netCustomerLifetimeValue.ts';
import { type PaybackParts, paybackPeriod } from '../value/paybackPeriod.ts';
import { type BuyerTotals, purchaseFrequency } from '../value/purchaseFrequency.ts';
import { type PurchaseGaps, type PurchaseGapsOptions, purchaseGaps } from '../value/purchaseGaps.ts';
import { type RetentionProfitParts, retentionProfitEffect } from '../value/retentionProfitEffect.ts';
import {
  type RetentionAndAcquisitionCost,
  retentionToAcquisitionCostRatio,
} from '../value/retentionToAcquisitionCostRatio.ts';
import { type TimeBetweenPurchasesOptions, timeBetweenPurchases } from '../value/timeBetweenPurchases.ts';
import {
  type TimeBetweenPurchasesIntervalOptions,
  timeBetweenPurchasesInterval,
} from '../value/timeBetweenPurchasesInterval.ts';
import { type ValueAndCost, valueToCostRatio } from '../value/valueToCostRatio.ts';
import { emptyEvents, emptyTenures } from './emptyLogs.ts';
import { count, figure, instant, oneOf } from './fields.ts';
import { optionsSchema } from './optionsSchema.ts';
import { levelFields } from './statistics.ts';
import { subjectSchema } from './subjectSchema.ts';
import type { Schema } from './types.ts';

/** What `averageOrderValue` takes. */
export const orderTotals: Schema<OrderTotals> = /* @__PURE__ */ subjectSchema(
  () => ({ revenue: figure, orders: count }),
  averageOrderValue,
);

/** What `purchaseFrequency` takes. */
export const buyerTotals: Schema<BuyerTotals> = /* @__PURE__ */ subjectSchema(
  () => ({ orders: count, buyers: count }),
  purchaseFrequency,
);

/** What `customerLifetimeValue` takes. */
export const lifetimeValueParts: Schema<LifetimeValueParts> = /* @__PURE__ */ subjectSchema(
  () => ({ averageOrderValue: figure, purchaseFrequency: figure, lifespan: figure }),
  customerLifetimeValue,
);

/** What `netCustomerLifetimeValue` takes. */
export const netLifetimeValueParts: Schema<NetLifetimeValueParts> = /* @__PURE__ */ subjectSchema(
  () => ({ averageOrderValue: figure, purchaseFrequency: figure, lifespan: figure, acquisitionCost: figure }),
  netCustomerLifetimeValue,
);

/** What `churnAdjustedPaybackPeriod` takes. */
export const churnAdjustedPaybackParts: Schema<ChurnAdjustedPaybackParts> = /* @__PURE__ */ subjectSchema(
  () => ({ acquisitionCost: figure, marginPerPeriod: figure, retentionRate: figure }),
  churnAdjustedPaybackPeriod,
  'parts',
);

/** What `costPerCustomer` takes. */
export const costTotals: Schema<CostTotals> = /* @__PURE__ */ subjectSchema(
  () => ({ cost: count, customers: count }),
  costPerCustomer,
  'totals',
);

/** What `customerAcquisitionCost` takes. */
export const acquisitionTotals: Schema<AcquisitionTotals> = /* @__PURE__ */ subjectSchema(
  () => ({ acquisitionSpend: count, newCustomers: count }),
  customerAcquisitionCost,
  'totals',
);

/** What `customerRetentionCost` takes. */
export const retentionTotals: Schema<RetentionTotals> = /* @__PURE__ */ subjectSchema(
  () => ({ retentionSpend: count, retainedCustomers: count }),
  customerRetentionCost,
  'totals',
);

/** What `grossMarginLifetimeValue` takes. */
export const grossMarginLifetimeValueParts: Schema<GrossMarginLifetimeValueParts> = /* @__PURE__ */ subjectSchema(
  () => ({ averageOrderValue: figure, purchaseFrequency: figure, lifespan: figure, grossMargin: figure }),
  grossMarginLifetimeValue,
  'parts',
);

/** What `paybackPeriod` takes. */
export const paybackParts: Schema<PaybackParts> = /* @__PURE__ */ subjectSchema(
  () => ({ acquisitionCost: figure, marginPerPeriod: figure }),
  paybackPeriod,
  'parts',
);

/** What `retentionToAcquisitionCostRatio` takes. */
export const retentionAndAcquisitionCost: Schema<RetentionAndAcquisitionCost> = /* @__PURE__ */ subjectSchema(
  () => ({ retentionCost: figure, acquisitionCost: figure }),
  retentionToAcquisitionCostRatio,
  'costs',
);

/** What `valueToCostRatio` takes. */
export const valueAndCost: Schema<ValueAndCost> = /* @__PURE__ */ subjectSchema(
  () => ({ lifetimeValue: figure, acquisitionCost: figure }),
  valueToCostRatio,
  'parts',
);

const discountedFields = () => ({ marginPerPeriod: figure, retentionRate: figure, discountRate: count });

/** What `discountedLifetimeValue` takes. */
export const discountedValueParts: Schema<DiscountedValueParts> = /* @__PURE__ */ subjectSchema(
  discountedFields,
  (parts) => discountedLifetimeValue(parts, { firstPayment: 'now' }),
  'parts',
);

/** What `retentionProfitEffect` takes. */
export const retentionProfitParts: Schema<RetentionProfitParts> = /* @__PURE__ */ subjectSchema(
  () => ({ ...discountedFields(), changedRetentionRate: figure, acquisitionCost: figure }),
  (parts) => retentionProfitEffect(parts, { firstPayment: 'now' }),
  'parts',
);

/** What `discountedLifetimeValue` and `retentionProfitEffect` take as options. */
export const discountedValueOptions: Schema<DiscountedValueOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ firstPayment: oneOf('now', 'endOfPeriod', 'endOfPeriodIfRetained'), horizon: z.optional(count) }),
  (options) => discountedLifetimeValue({ marginPerPeriod: 0, retentionRate: 0, discountRate: 0 }, options),
);

/** What `costToServeByAge` takes as options. */
export const costToServeOptions: Schema<CostToServeOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ ageBand: count }),
  (options) => costToServeByAge(emptyEvents(), emptyTenures(0), options),
);

/** What `purchaseGaps` takes as options. */
export const purchaseGapsOptions: Schema<PurchaseGapsOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ asOf: instant }),
  (options) => purchaseGaps(emptyEvents(), options),
);

const weightingFields = () => ({ weighting: z.optional(oneOf('gap', 'customer')) });

/** What `customerLifespanWithinInterval` takes as options. */
export const lifespanWithinIntervalOptions: Schema<LifespanWithinIntervalOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ horizon: count, ...levelFields() }),
  (options) => customerLifespanWithinInterval({ time: [], ended: [] }, options),
);

/** What `timeBetweenPurchases` takes as options. */
export const timeBetweenPurchasesOptions: Schema<TimeBetweenPurchasesOptions> = /* @__PURE__ */ optionsSchema(
  weightingFields,
  (options) => timeBetweenPurchases(noGaps(), options),
);

/** What `timeBetweenPurchasesInterval` takes as options. */
export const timeBetweenPurchasesIntervalOptions: Schema<TimeBetweenPurchasesIntervalOptions> =
  /* @__PURE__ */ optionsSchema(
    () => ({ ...weightingFields(), ...levelFields(), seed: count, resamples: z.optional(count) }),
    (options) => timeBetweenPurchasesInterval(noGaps(), options),
  );

function noGaps(): PurchaseGaps {
  return purchaseGaps(emptyEvents(), { asOf: 0 });
}
