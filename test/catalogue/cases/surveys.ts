import fc from 'fast-check';
import { anyQuantity, anyShare } from '../../rates/counts.ts';
import type { MetricCase } from '../metricCase.ts';

const quantity = fc.oneof(anyQuantity, fc.constantFrom(0, 5e-324, 1e308), fc.maxSafeNat());
/** A quantity and one of at most that. */
const anyTwo = fc.tuple(quantity, anyShare).map(([whole, share]) => [whole, whole * share] as const);
const anyCounts = fc.record({ promoters: quantity, passives: quantity, detractors: quantity });
const anySum = fc.oneof(fc.double({ min: -1e300, max: 1e300, noNaN: true }), fc.maxSafeInteger());
const nobody = { promoters: 0, passives: 0, detractors: 0 };

export const cases: Readonly<Record<string, MetricCase>> = {
  accountNetPromoterScore: {
    valid: fc.tuple(fc.array(anyCounts, { maxLength: 8 })),
    undefined: [[[]], [[nobody, nobody]]],
  },
  customerEaseScore: {
    valid: fc.tuple(fc.record({ easeSum: anySum, answers: quantity })),
    undefined: [[{ easeSum: 0, answers: 0 }]],
  },
  customerEaseShare: {
    valid: fc.tuple(anyTwo.map(([answers, easyAnswers]) => ({ answers, easyAnswers }))),
    undefined: [[{ easyAnswers: 0, answers: 0 }]],
  },
  customerEffortScore: {
    valid: fc.tuple(fc.record({ effortSum: anySum, answers: quantity })),
    undefined: [[{ effortSum: 0, answers: 0 }]],
  },
  customerSatisfactionScore: {
    valid: fc.tuple(anyTwo.map(([answers, satisfied]) => ({ answers, satisfied }))),
    undefined: [[{ satisfied: 0, answers: 0 }]],
  },
  netPromoterScore: { valid: fc.tuple(anyCounts), undefined: [[nobody]] },
  netPromoterVariance: { valid: fc.tuple(anyCounts), undefined: [[nobody]] },
  responseRate: {
    valid: fc.tuple(anyTwo.map(([delivered, answered]) => ({ delivered, answered }))),
    undefined: [[{ delivered: 0, answered: 0 }]],
  },
};
