import fc from 'fast-check';
import { money, part, quantity, share } from '../anyFigures.ts';
import type { MetricCase } from '../metricCase.ts';

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
