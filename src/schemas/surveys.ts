import * as z from 'zod/mini';
import { customerEaseScore, type EaseTotals } from '../surveys/customerEaseScore.ts';
import { customerEaseShare, type EaseShareCounts } from '../surveys/customerEaseShare.ts';
import { customerEffortScore, type EffortTotals } from '../surveys/customerEffortScore.ts';
import { customerSatisfactionScore, type SatisfactionCounts } from '../surveys/customerSatisfactionScore.ts';
import { effortTotals, type ScaleOptions } from '../surveys/effortTotals.ts';
import { type InvitedCounts, netPromoterBounds } from '../surveys/netPromoterBounds.ts';
import { type CountsByAccountOptions, netPromoterCountsByAccount } from '../surveys/netPromoterCountsByAccount.ts';
import { type NetPromoterCounts, netPromoterScore } from '../surveys/netPromoterScore.ts';
import { type CustomerScores, netPromoterShifts } from '../surveys/netPromoterShifts.ts';
import { type NetPromoterShiftCounts, pairedNetPromoterDifference } from '../surveys/pairedNetPromoterDifference.ts';
import { type ResponseCounts, responseRate } from '../surveys/responseRate.ts';
import { type SatisfactionOptions, satisfactionCounts } from '../surveys/satisfactionCounts.ts';
import { type SurveyAnswersOptions, surveyAnswers } from '../surveys/surveyAnswers.ts';
import { type AnswersByPeriodOptions, surveyAnswersByPeriod } from '../surveys/surveyAnswersByPeriod.ts';
import { type AnswersBySegmentOptions, surveyAnswersBySegment } from '../surveys/surveyAnswersBySegment.ts';
import { checkScale, type SurveyScale } from '../surveys/surveyScale.ts';
import { emptyEvents } from './emptyLogs.ts';
import { attributeName, column, count, instant, list, oneOf } from './fields.ts';
import { optionsSchema } from './optionsSchema.ts';
import { subjectSchema } from './subjectSchema.ts';
import { periodFields } from './time.ts';
import type { Schema } from './types.ts';

/** What `customerEaseScore` takes. */
export const easeInput: Schema<EaseTotals> = /* @__PURE__ */ subjectSchema(
  () => ({ easeSum: count, answers: count }),
  customerEaseScore,
  'totals',
);

/** What `customerEaseShare` takes. */
export const easeShareCounts: Schema<EaseShareCounts> = /* @__PURE__ */ subjectSchema(
  () => ({ easyAnswers: count, answers: count }),
  customerEaseShare,
  'counts',
);

/** What `customerEffortScore` takes. */
export const effortInput: Schema<EffortTotals> = /* @__PURE__ */ subjectSchema(
  () => ({ effortSum: count, answers: count }),
  customerEffortScore,
  'totals',
);

/** What `customerSatisfactionScore` takes. */
export const satisfactionInput: Schema<SatisfactionCounts> = /* @__PURE__ */ subjectSchema(
  () => ({ satisfied: count, answers: count }),
  customerSatisfactionScore,
  'counts',
);

/** What `netPromoterScore` takes. */
export const netPromoterInput: Schema<NetPromoterCounts> = /* @__PURE__ */ subjectSchema(
  () => ({ promoters: count, passives: count, detractors: count }),
  netPromoterScore,
  'counts',
);

/** What `netPromoterBounds` takes. */
export const invitedCounts: Schema<InvitedCounts> = /* @__PURE__ */ subjectSchema(
  () => ({ promoters: count, passives: count, detractors: count, invited: count }),
  netPromoterBounds,
  'counts',
);

/** What `responseRate` takes. */
export const responseCounts: Schema<ResponseCounts> = /* @__PURE__ */ subjectSchema(
  () => ({ delivered: count, answered: count }),
  responseRate,
  'counts',
);

/** What `pairedNetPromoterDifference` takes. */
export const netPromoterShiftCounts: Schema<NetPromoterShiftCounts> = /* @__PURE__ */ subjectSchema(
  () => ({
    detractorToDetractor: count,
    detractorToPassive: count,
    detractorToPromoter: count,
    passiveToDetractor: count,
    passiveToPassive: count,
    passiveToPromoter: count,
    promoterToDetractor: count,
    promoterToPassive: count,
    promoterToPromoter: count,
  }),
  pairedNetPromoterDifference,
  'shifts',
);

/** What `netPromoterShifts` takes, twice. */
export const customerScores: Schema<CustomerScores> = /* @__PURE__ */ subjectSchema(
  () => ({ customers: list, scores: column }),
  (answers) => netPromoterShifts(answers, { customers: [], scores: [] }),
  'before',
);

/** The whole numbers that an answer may be. */
export const surveyScale: Schema<SurveyScale> = /* @__PURE__ */ optionsSchema(
  () => ({ lowest: count, highest: count }),
  (scale) => checkScale('surveyScale', scale),
  'scale',
);

/** What `effortTotals` and `easeTotals` take as options. */
export const scaleOptions: Schema<ScaleOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ scale: z.optional(surveyScale) }),
  (options) => effortTotals([], options),
);

/** What `satisfactionCounts` takes as options. */
export const satisfactionOptions: Schema<SatisfactionOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ scale: surveyScale, topBoxes: z.optional(count) }),
  (options) => satisfactionCounts([], options),
);

const answerFields = () => ({
  from: z.optional(instant),
  to: z.optional(instant),
  answers: z.optional(oneOf('last', 'all')),
});

/** What `surveyAnswers` takes as options. */
export const surveyAnswersOptions: Schema<SurveyAnswersOptions> = /* @__PURE__ */ optionsSchema(
  answerFields,
  (options) => surveyAnswers(emptyEvents(), options),
);

/** What `surveyAnswersByPeriod` takes as options. */
export const answersByPeriodOptions: Schema<AnswersByPeriodOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ ...periodFields(), asOf: instant, answers: answerFields().answers, minimumAnswers: z.optional(count) }),
  (options) => surveyAnswersByPeriod(emptyEvents(), options),
);

/** What `surveyAnswersBySegment` takes as options; whether the log has the attribute, the log has to say. */
export const answersBySegmentOptions: Schema<AnswersBySegmentOptions> = /* @__PURE__ */ optionsSchema(
  () => ({
    ...answerFields(),
    attribute: attributeName,
    value: oneOf('first', 'last'),
    minimumAnswers: z.optional(count),
  }),
  (options) => surveyAnswersBySegment(emptyEvents(options.attribute), options),
);

/** What `netPromoterCountsByAccount` takes as options; whether the log has the attribute, the log has to say. */
export const countsByAccountOptions: Schema<CountsByAccountOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ ...answerFields(), attribute: z.optional(attributeName), value: z.optional(oneOf('first', 'last')) }),
  (options) => netPromoterCountsByAccount(emptyEvents(options.attribute), options),
);
