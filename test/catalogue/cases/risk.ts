import fc from 'fast-check';
import type { MetricCase } from '../metricCase.ts';

/** From nothing to the totals of a large company, whole or not. */
const quantity = fc.oneof(
  fc.constantFrom(0, 1, 0.1, 1e12),
  fc.nat(1000),
  fc.double({ min: 0, max: 1e12, noNaN: true }),
);
const money = fc.oneof(fc.constantFrom(0, -1, 0.01), quantity, fc.double({ min: -1e12, max: 1e12, noNaN: true }));
const share = fc.oneof(fc.constantFrom(0, 1, 0.5, 1 - 2 ** -53), fc.double({ min: 0, max: 1, noNaN: true }));
/** A quantity and one of at most that. */
const part = fc.tuple(quantity, share).map(([whole, of]) => [whole, whole * of] as const);

const COUNTS = { caughtAlerts: 30, falseAlerts: 90, baseCustomers: 5000, baseLosses: 250 };
const CALL = { churnProbability: 0.5, successProbability: 0.25, valueKept: 800, cost: 40 };

export const cases: Readonly<Record<string, MetricCase>> = {
  alertLift: {
    valid: fc
      .tuple(quantity, quantity, part)
      .map(([caughtAlerts, falseAlerts, [baseCustomers, baseLosses]]) => [
        { caughtAlerts, falseAlerts, baseCustomers, baseLosses },
      ]),
    undefined: [
      [{ ...COUNTS, caughtAlerts: 0, falseAlerts: 0 }],
      [{ ...COUNTS, baseCustomers: 0, baseLosses: 0 }],
      [{ ...COUNTS, baseLosses: 0 }],
    ],
  },
  alertPrecision: {
    valid: fc.record({ caughtAlerts: quantity, falseAlerts: quantity }).map((counts) => [counts]),
    undefined: [[{ caughtAlerts: 0, falseAlerts: 0 }]],
  },
  alertRecall: {
    valid: fc.record({ caughtLosses: quantity, missedLosses: quantity }).map((counts) => [counts]),
    undefined: [[{ caughtLosses: 0, missedLosses: 0 }]],
  },
  expectedInterventionBenefit: {
    valid: fc
      .record({ churnProbability: share, successProbability: share, valueKept: money, cost: quantity })
      .map((parts) => [parts]),
    undefined: Object.keys(CALL).map((field) => [{ ...CALL, [field]: Number.NaN }]),
  },
};
