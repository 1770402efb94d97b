import { customerEaseScore } from '../../../src/surveys/customerEaseScore.ts';
import { customerEaseShare } from '../../../src/surveys/customerEaseShare.ts';
import { customerEffortScore } from '../../../src/surveys/customerEffortScore.ts';
import { customerSatisfactionScore } from '../../../src/surveys/customerSatisfactionScore.ts';
import { easeTotals } from '../../../src/surveys/easeTotals.ts';
import { netPromoterBounds } from '../../../src/surveys/netPromoterBounds.ts';
import {
  type CountsByAccountOptions,
  netPromoterCountsByAccount,
} from '../../../src/surveys/netPromoterCountsByAccount.ts';
import { netPromoterScore } from '../../../src/surveys/netPromoterScore.ts';
import { type CustomerScores, netPromoterShifts } from '../../../src/surveys/netPromoterShifts.ts';
import { pairedNetPromoterDifference } from '../../../src/surveys/pairedNetPromoterDifference.ts';
import { responseRate } from '../../../src/surveys/responseRate.ts';
import { satisfactionCounts } from '../../../src/surveys/satisfactionCounts.ts';
import { surveyAnswers } from '../../../src/surveys/surveyAnswers.ts';
import { type AnswersByPeriodOptions, surveyAnswersByPeriod } from '../../../src/surveys/surveyAnswersByPeriod.ts';
import { type AnswersBySegmentOptions, surveyAnswersBySegment } from '../../../src/surveys/surveyAnswersBySegment.ts';
import type { SurveyScale } from '../../../src/surveys/surveyScale.ts';
import { type Pair, PLAIN_PERIOD } from '../pair.ts';
import { events, eventsAt, eventsWith } from './logs.ts';

const counts = { promoters: 60, passives: 25, detractors: 15 };
const ENDS = [0, 1, 2, 5, 7, 10, -3, 1.5, '7'];
const SCALES = [
  ...[
    { lowest: 0, highest: 10 },
    { lowest: 1, highest: 2 },
    { lowest: 7, highest: 1 },
    { lowest: 1, highest: 1 },
  ],
  ...[{ lowest: 1 }, { lowest: 1, highest: 7.5 }, { lowest: 1, highest: 7, middle: 4 }, [1, 7], null],
];
const answers = ['last', 'all', 'first', undefined];
const shifts = {
  ...{ detractorToDetractor: 3, detractorToPassive: 2, detractorToPromoter: 1 },
  ...{ passiveToDetractor: 2, passiveToPassive: 5, passiveToPromoter: 4 },
  ...{ promoterToDetractor: 1, promoterToPassive: 2, promoterToPromoter: 9 },
};
const SCORES = [[], [9, 3], [9, 11], [9, 3.5], [9], Int32Array.of(1, 2), Float64Array.of(1), 'ab', { length: 2 }];
const CUSTOMERS = [[], ['ada', 'ada'], ['ada', {}], [1, 2], ['ada'], Int32Array.of(1, 2), 'ab', null];

export const surveysPairs: Readonly<Record<string, Pair>> = {
  easeInput: { call: customerEaseScore, needed: { easeSum: 500, answers: 100 }, argument: 'totals' },
  easeShareCounts: { call: customerEaseShare, needed: { easyAnswers: 60, answers: 100 }, argument: 'counts' },
  effortInput: { call: customerEffortScore, needed: { effortSum: 200, answers: 100 }, argument: 'totals' },
  satisfactionInput: { call: customerSatisfactionScore, needed: { satisfied: 60, answers: 100 }, argument: 'counts' },
  netPromoterInput: { call: netPromoterScore, needed: counts, argument: 'counts' },
  invitedCounts: { call: netPromoterBounds, needed: { ...counts, invited: 210 }, argument: 'counts' },
  responseCounts: { call: responseRate, needed: { delivered: 200, answered: 30 }, argument: 'counts' },
  netPromoterShiftCounts: { call: pairedNetPromoterDifference, needed: shifts, argument: 'shifts' },
  customerScores: {
    call: (scores: CustomerScores) => netPromoterShifts(scores, { customers: ['ada'], scores: [9] }),
    needed: { customers: ['ada', 'bob'], scores: [9, 3] },
    values: { customers: CUSTOMERS, scores: SCORES },
    ...{ beyondJson: true, argument: 'before' },
  },
  surveyScale: {
    call: (scale: SurveyScale) => easeTotals([], { scale }),
    needed: { lowest: 1, highest: 7 },
    ...{ values: { lowest: ENDS, highest: ENDS }, strict: true },
  },
  scaleOptions: {
    call: (options) => easeTotals([], options),
    ...{ needed: {}, optional: { scale: { lowest: 1, highest: 7 } }, values: { scale: SCALES }, strict: true },
  },
  satisfactionOptions: {
    call: (options) => satisfactionCounts([], options),
    needed: { scale: { lowest: 1, highest: 5 } },
    optional: { topBoxes: 1 },
    ...{ values: { scale: SCALES, topBoxes: [0, 1, 2, 3, 4, 5, 6, 1.5] }, strict: true },
  },
  surveyAnswersOptions: {
    call: (options) => surveyAnswers(events, options),
    ...{ needed: {}, optional: { from: 0, to: 5000, answers: 'all' }, values: { answers } },
    ...{ strict: true, beyondJson: true },
  },
  answersByPeriodOptions: {
    call: (options: AnswersByPeriodOptions) => surveyAnswersByPeriod(eventsAt(options?.asOf), options),
    needed: { period: 'month', asOf: 86_400_000 },
    optional: { timeZone: 'Europe/Berlin', weekStartsOn: 'sunday', ...PLAIN_PERIOD, answers: 'all', minimumAnswers: 5 },
    ...{ values: { answers, minimumAnswers: [0, 1, 1.5, -1] }, strict: true, beyondJson: true },
  },
  answersBySegmentOptions: {
    call: (options: AnswersBySegmentOptions) => surveyAnswersBySegment(eventsWith(options?.attribute), options),
    needed: { attribute: 'plan', value: 'first' },
    optional: { from: 0, to: 5000, answers: 'all', minimumAnswers: 5 },
    values: { answers, minimumAnswers: [0, 1, 1.5, -1], attribute: ['market', ''], value: ['last', 'each', undefined] },
    ...{ strict: true, beyondJson: true },
  },
  countsByAccountOptions: {
    call: (options: CountsByAccountOptions) => netPromoterCountsByAccount(eventsWith(options?.attribute), options),
    needed: {},
    optional: { from: 0, to: 5000, answers: 'all', attribute: 'plan', value: 'first' },
    values: { answers, attribute: ['market', '', undefined], value: ['last', 'each', undefined] },
    ...{ strict: true, beyondJson: true },
  },
};
