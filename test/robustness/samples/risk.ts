import { purchaseLateness } from '../../../src/risk/purchaseLateness.ts';
import { riskScores } from '../../../src/risk/riskScores.ts';
import { asOf, events } from './shared.ts';

const late = purchaseLateness(events, { asOf, minimumOrders: 2 });
const scores = riskScores([late], { minCoverage: 0 });
const format = (): string => 'late';

export const risk: Readonly<Record<string, readonly unknown[]>> = {
  purchaseLateness: [events, { asOf, minimumOrders: 2, name: 'late', map: { kind: 'linear', safe: 1, risky: 4 } }],
  reasonText: [{ indicator: 'x', contribution: 0.5, risk: 0.5, value: 2, evidence: {}, definition: late.definition }],
  riskRanking: [scores, { count: 5, reasons: 2, format }],
  riskReasons: [scores, { customers: [scores.customers[0]], reasons: 2, format }],
  riskScores: [
    [late],
    {
      weights: [{ indicator: 'purchaseLateness', weight: 2, staleAfterDays: 30 }],
      minCoverage: 0,
      customers: late.customers,
    },
  ],
};
