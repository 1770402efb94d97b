import fc from 'fast-check';
import { eventLogFromColumns } from '../../../src/log/eventLogFromColumns.ts';
import { purchaseGaps } from '../../../src/value/purchaseGaps.ts';
import { money, part, quantity, share } from '../anyFigures.ts';
import type { MetricCase } from '../metricCase.ts';

const DAY = 86_400_000;

const margin = fc.oneof(share, fc.double({ min: -5, max: 1, noNaN: true }));

const orderValue = { averageOrderValue: money, purchaseFrequency: quantity, lifespan: quantity };
const discounted = { marginPerPeriod: money, retentionRate: share, discountRate: fc.oneof(share, fc.constant(1e-12)) };
const timing = fc.record(
  { firstPayment: fc.constantFrom('now', 'endOfPeriod', 'endOfPeriodIfRetained'), horizon: fc.nat(1e6) },
  { requiredKeys: ['firstPayment'] },
);

const gaps = fc
  .array(fc.record({ customer: fc.nat(6), at: fc.nat(100).map((days) => days * DAY) }), { maxLength: 30 })
  .map((orders) => {
    const log = eventLogFromColumns({ customer: orders.map((one) => one.customer), at: orders.map((one) => one.at) });
    return purchaseGaps(log, { asOf: 90 * DAY });
  });
const weighting = fc.constantFrom({}, { weighting: 'gap' }, { weighting: 'customer' });
const lifespans = fc
  .array(fc.record({ time: quantity, ended: fc.constantFrom(0, 1) }), { maxLength: 20 })
  .map((rows) => ({ time: rows.map((row) => row.time), ended: rows.map((row) => row.ended) }));

/** Argument lists of one subject, each made of arbitrary fields. */
const subject = (fields: Record<string, fc.Arbitrary<number>>): fc.Arbitrary<[object]> =>
  fc.record(fields).map((one) => [one]);

/** The same subject with NaN as each of the fields in turn. */
const eachNaN = (base: object, fields: readonly string[], ...rest: unknown[]): unknown[][] =>
  fields.map((field) => [{ ...base, [field]: Number.NaN }, ...rest]);

const ORDER_VALUE = { averageOrderValue: 40, purchaseFrequency: 3, lifespan: 5 };
const ORDER_FIELDS = ['averageOrderValue', 'purchaseFrequency', 'lifespan'];
const DISCOUNTED = { marginPerPeriod: 90, retentionRate: 0.8, discountRate: 0.1 };
const EFFECT = { ...DISCOUNTED, changedRetentionRate: 0.85, acquisitionCost: 50 };
const PAYBACK = { acquisitionCost: 70, marginPerPeriod: 40 };
const NOW = { firstPayment: 'now' };
const NO_LOG = purchaseGaps(eventLogFromColumns({ customer: [], at: [] }), { asOf: 0 });
const ONCE = purchaseGaps(eventLogFromColumns({ customer: [1, 2], at: [0, 0] }), { asOf: DAY });

export const cases: Readonly<Record<string, MetricCase>> = {
  averageOrderValue: {
    valid: subject({ revenue: money, orders: quantity }),
    undefined: [[{ revenue: 5, orders: 0 }], [{ revenue: Number.NaN, orders: 5 }]],
  },
  churnAdjustedPaybackPeriod: {
    valid: subject({ acquisitionCost: quantity, marginPerPeriod: money, retentionRate: share }),
    undefined: [
      [{ ...PAYBACK, marginPerPeriod: 0, retentionRate: 0.5 }],
      [{ ...PAYBACK, acquisitionCost: 80, retentionRate: 0.5 }],
      ...eachNaN({ ...PAYBACK, retentionRate: 0.5 }, ['acquisitionCost', 'marginPerPeriod', 'retentionRate']),
    ],
  },
  costPerCustomer: {
    valid: subject({ cost: quantity, customers: quantity }),
    undefined: [[{ cost: 5, customers: 0 }]],
  },
  customerAcquisitionCost: {
    valid: subject({ acquisitionSpend: quantity, newCustomers: quantity }),
    undefined: [[{ acquisitionSpend: 5, newCustomers: 0 }]],
  },
  customerLifespan: {
    valid: lifespans.map((columns) => [columns]),
    undefined: [[{ time: [], ended: [] }], [{ time: [5, 9, 9], ended: [1, 0, 0] }]],
  },
  customerLifespanWithin: {
    valid: fc.tuple(lifespans, quantity).map(([columns, horizon]) => [columns, { horizon }]),
    undefined: [
      [{ time: [], ended: [] }, { horizon: 0 }],
      [{ time: [5, 9], ended: [1, 0] }, { horizon: 10 }],
    ],
  },
  customerLifetimeValue: { valid: subject(orderValue), undefined: eachNaN(ORDER_VALUE, ORDER_FIELDS) },
  customerRetentionCost: {
    valid: subject({ retentionSpend: quantity, retainedCustomers: quantity }),
    undefined: [[{ retentionSpend: 5, retainedCustomers: 0 }]],
  },
  discountedLifetimeValue: {
    valid: fc.tuple(fc.record(discounted), timing),
    undefined: [
      [{ ...DISCOUNTED, retentionRate: 1, discountRate: 0 }, NOW],
      ...eachNaN(DISCOUNTED, ['marginPerPeriod', 'retentionRate'], NOW),
    ],
  },
  grossMarginLifetimeValue: {
    valid: subject({ ...orderValue, grossMargin: margin }),
    undefined: eachNaN({ ...ORDER_VALUE, grossMargin: 0.3 }, [...ORDER_FIELDS, 'grossMargin']),
  },
  netCustomerLifetimeValue: {
    valid: subject({ ...orderValue, acquisitionCost: quantity }),
    undefined: eachNaN({ ...ORDER_VALUE, acquisitionCost: 90 }, [...ORDER_FIELDS, 'acquisitionCost']),
  },
  paybackPeriod: {
    valid: subject({ acquisitionCost: quantity, marginPerPeriod: money }),
    undefined: [
      [{ ...PAYBACK, marginPerPeriod: 0 }],
      [{ ...PAYBACK, marginPerPeriod: -5 }],
      ...eachNaN(PAYBACK, ['acquisitionCost', 'marginPerPeriod']),
    ],
  },
  purchaseFrequency: {
    valid: part.map(([orders, buyers]) => [{ orders, buyers }]),
    undefined: [[{ orders: 0, buyers: 0 }]],
  },
  retentionProfitEffect: {
    // Mostly with a profit before, since without one the effect is undefined: whatever comes, and customers who pay.
    valid: fc.tuple(
      fc.oneof(
        fc.record({ ...discounted, changedRetentionRate: share, acquisitionCost: quantity }),
        fc.record({
          ...discounted,
          ...{ marginPerPeriod: fc.double({ min: 1, max: 1e9, noNaN: true }), changedRetentionRate: share },
          acquisitionCost: fc.double({ min: 0, max: 1, noNaN: true }),
        }),
      ),
      timing,
    ),
    undefined: [
      [{ ...EFFECT, acquisitionCost: 5000 }, NOW],
      [{ ...EFFECT, marginPerPeriod: 0, acquisitionCost: 0 }, NOW],
      [{ ...EFFECT, discountRate: 0, retentionRate: 1 }, NOW],
      [{ ...EFFECT, discountRate: 0, changedRetentionRate: 1 }, NOW],
      ...eachNaN(EFFECT, ['marginPerPeriod', 'retentionRate', 'changedRetentionRate', 'acquisitionCost'], NOW),
    ],
  },
  retentionToAcquisitionCostRatio: {
    valid: subject({ retentionCost: quantity, acquisitionCost: quantity }),
    undefined: [
      [{ retentionCost: 5, acquisitionCost: 0 }],
      ...eachNaN({ retentionCost: 5, acquisitionCost: 50 }, ['retentionCost', 'acquisitionCost']),
    ],
  },
  timeBetweenPurchases: {
    valid: fc.tuple(gaps, weighting),
    undefined: [[NO_LOG], [ONCE], [ONCE, { weighting: 'customer' }]],
  },
  valueToCostRatio: {
    valid: subject({ lifetimeValue: money, acquisitionCost: quantity }),
    undefined: [
      [{ lifetimeValue: 5, acquisitionCost: 0 }],
      ...eachNaN({ lifetimeValue: 225, acquisitionCost: 75 }, ['lifetimeValue', 'acquisitionCost']),
    ],
  },
};
