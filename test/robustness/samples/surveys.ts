import { eventLogFromColumns } from '../../../src/log/eventLogFromColumns.ts';
import { surveyAnswers } from '../../../src/surveys/surveyAnswers.ts';
import { asOf, DAY, month } from './shared.ts';

const answers = eventLogFromColumns({
  customer: ['ada', 'bob', 'ada', 'cyd'],
  at: [0, 5 * DAY, 40 * DAY, 9 * DAY],
  amount: [10, 6, 8, 9],
  attributes: { market: ['north', 'south', 'south', 'north'] },
});
const counts = { promoters: 50, passives: 30, detractors: 20 };
const scale = { lowest: 1, highest: 5 };
const chosen = surveyAnswers(answers);

export const surveys: Readonly<Record<string, readonly unknown[]>> = {
  accountNetPromoterInterval: [[counts, { ...counts, promoters: 5 }], { level: 0.9 }],
  accountNetPromoterScore: [[counts, { ...counts, promoters: 5 }]],
  customerEaseScore: [{ easeSum: 66, answers: 12 }],
  customerEaseShare: [{ easyAnswers: 9, answers: 12 }],
  customerEffortScore: [{ effortSum: 25, answers: 12 }],
  customerSatisfactionInterval: [{ satisfied: 84, answers: 120 }, { level: 0.9 }],
  customerSatisfactionScore: [{ satisfied: 84, answers: 120 }],
  easeTotals: [[1, 5, 3], { scale }],
  effortTotals: [[1, 5, 3], { scale }],
  netPromoterBounds: [{ ...counts, invited: 125 }],
  netPromoterCategory: [9],
  netPromoterCounts: [[10, 7, 3]],
  netPromoterCountsByAccount: [answers, { attribute: 'market', value: 'last', from: 0, to: asOf, answers: 'all' }],
  netPromoterDifference: [counts, { ...counts, promoters: 5 }, { level: 0.9 }],
  netPromoterInterval: [counts, { level: 0.9 }],
  netPromoterScore: [counts],
  netPromoterShifts: [
    { customers: chosen.customers, scores: [...chosen.scores] },
    { customers: ['bob', 'eve'], scores: [3, 9] },
  ],
  netPromoterVariance: [counts],
  pairedNetPromoterDifference: [
    {
      ...{ detractorToDetractor: 12, detractorToPassive: 6, detractorToPromoter: 2 },
      ...{ passiveToDetractor: 2, passiveToPassive: 20, passiveToPromoter: 8 },
      ...{ promoterToDetractor: 1, promoterToPassive: 4, promoterToPromoter: 45 },
    },
    { level: 0.9 },
  ],
  responseRate: [{ delivered: 400, answered: 132 }],
  satisfactionCounts: [[1, 5, 3], { scale, topBoxes: 1 }],
  surveyAnswers: [answers, { from: 0, to: asOf, answers: 'all' }],
  surveyAnswersByPeriod: [answers, { ...month, asOf, answers: 'all', minimumAnswers: 2 }],
  surveyAnswersBySegment: [
    answers,
    { attribute: 'market', value: 'first', from: 0, to: asOf, answers: 'all', minimumAnswers: 2 },
  ],
};
