import fc from 'fast-check';
import type { MetricCase } from '../metricCase.ts';

/** Zeros, whole numbers, fractions, and figures as large and as small as they come. */
const quantity = fc.oneof(fc.nat(20), fc.maxSafeNat(), fc.double({ min: 0, max: 1e300, noNaN: true }));

const flows = fc.record({
  newCustomers: quantity,
  resurrectedCustomers: quantity,
  dormantCustomers: fc.oneof(quantity, fc.constant(Number.NaN)),
});

const days = fc
  .tuple(quantity, quantity, fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([count, activeCustomers, share]) => ({
    activeDays: count * activeCustomers * share,
    days: count,
    activeCustomers,
  }))
  .filter(({ activeDays }) => Number.isFinite(activeDays));

/** How each metric of cohorts is tried out, by its name. */
export const cases: Readonly<Record<string, MetricCase>> = {
  lifecycleQuickRatio: {
    valid: fc.tuple(flows),
    undefined: [
      [{ newCustomers: 5, resurrectedCustomers: 1, dormantCustomers: 0 }],
      [{ newCustomers: 5, resurrectedCustomers: 1, dormantCustomers: Number.NaN }],
    ],
  },
  stickinessRatio: {
    valid: fc.tuple(days),
    undefined: [[{ activeDays: 0, days: 28, activeCustomers: 0 }], [{ activeDays: 0, days: 0, activeCustomers: 5 }]],
  },
};
