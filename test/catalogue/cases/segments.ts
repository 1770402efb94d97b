import fc from 'fast-check';
import type { MetricCase } from '../metricCase.ts';

/** Values of customers: zeros, losses, cents, fractions and sums as large as numbers go. */
const values = fc.oneof(
  fc.array(fc.nat(5), { maxLength: 30 }),
  fc.array(fc.integer({ min: -100, max: 1e6 }), { maxLength: 30 }),
  fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { maxLength: 30 }),
  fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { maxLength: 10 }),
);
const share = fc.oneof(fc.constantFrom(0, 0.07, 0.2, 0.8, 1), fc.double({ min: 0, max: 1, noNaN: true }));
const valuesAndShare = fc.tuple(values, fc.record({ share }));

/** No customer, nothing to hold, less than nothing, and sums beyond the largest number. */
const NOTHING_TO_SHARE: readonly (readonly number[])[] = [
  [],
  [0, 0],
  [-5, 2],
  [1.7e308, 1.7e308],
  [-1e300, 1e300, 1e-300],
];

const counts = fc
  .tuple(fc.oneof(fc.nat(20), fc.maxSafeNat(), fc.double({ min: 0, max: 1e9, noNaN: true })), share)
  .map(([commonCustomers, part]) => ({ commonCustomers, stableCustomers: Math.floor(commonCustomers * part) }));

/** How each metric of segments is tried out, by its name. */
export const cases: Readonly<Record<string, MetricCase>> = {
  giniCoefficient: {
    valid: fc.tuple(values),
    undefined: NOTHING_TO_SHARE.map((list) => [list]),
  },
  segmentStability: {
    valid: fc.tuple(counts),
    undefined: [[{ commonCustomers: 0, stableCustomers: 0 }]],
  },
  shareHolding: {
    valid: valuesAndShare,
    undefined: NOTHING_TO_SHARE.slice(0, 4).map((list) => [list, { share: 0.8 }]),
  },
  topShare: {
    valid: valuesAndShare,
    undefined: NOTHING_TO_SHARE.map((list) => [list, { share: 0.4 }]),
  },
};
