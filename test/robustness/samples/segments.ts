import { rfmScores } from '../../../src/segments/rfmScores.ts';
import { asOf, events } from './shared.ts';

const rules = [{ name: 'recent', recency: [2, 3], frequency: [1, 3], monetary: [1, 3] }, { name: 'rest' }];
const before = { customers: ['ada', 'bob'], codes: [0, 1], names: ['x', 'y'], definition: { asOf: 0 } };

export const segments: Readonly<Record<string, readonly unknown[]>> = {
  atRiskCustomers: [events, { asOf, lateness: 2, minimumOrders: 2 }],
  firstTimeCustomers: [events, { asOf, within: 30 }],
  giniCoefficient: [[6, 1, 1, 2]],
  highValueCustomers: [events, { asOf, share: 0.2 }],
  lorenzCurve: [[6, 1, 1, 2]],
  rfmScores: [events, { asOf, bins: 3, method: 'ntile' }],
  rfmSegments: [rfmScores(events, { asOf, bins: 3 }), { rules, otherName: 'other' }],
  segmentMigration: [before, { ...before, names: ['y', 'z'], definition: { asOf } }],
  segmentRuleCoverage: [rules, { bins: 3 }],
  segmentStability: [{ commonCustomers: 400, stableCustomers: 250 }],
  shareHolding: [[6, 1, 1, 2], { share: 0.8 }],
  topShare: [[6, 1, 1, 2], { share: 0.2 }],
};
