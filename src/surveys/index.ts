export { accountNetPromoterInterval } from './accountNetPromoterInterval.ts';
export { accountNetPromoterScore } from './accountNetPromoterScore.ts';
export type { AnswerRule } from './collectAnswers.ts';
export { customerEaseScore, type EaseTotals } from './customerEaseScore.ts';
export { customerEaseShare, type EaseShareCounts } from './customerEaseShare.ts';
export { customerEffortScore, type EffortTotals } from './customerEffortScore.ts';
export { customerSatisfactionInterval } from './customerSatisfactionInterval.ts';
export { customerSatisfactionScore, type SatisfactionCounts } from './customerSatisfactionScore.ts';
export { type EaseTally, easeTotals } from './easeTotals.ts';
export { type EffortTally, effortTotals, type ScaleOptions } from './effortTotals.ts';
export { type InvitedCounts, netPromoterBounds } from './netPromoterBounds.ts';
export { type NetPromoterCategory, netPromoterCategory } from './netPromoterCategory.ts';
export { type NetPromoterDefinition, type NetPromoterTally, netPromoterCounts } from './netPromoterCounts.ts';
export {
  type AccountCounts,
  type CountsByAccountOptions,
  netPromoterCountsByAccount,
} from './netPromoterCountsByAccount.ts';
export { type NetPromoterDifference, netPromoterDifference } from './netPromoterDifference.ts';
export { type NetPromoterInterval, netPromoterInterval } from './netPromoterInterval.ts';
export { type NetPromoterCounts, netPromoterScore } from './netPromoterScore.ts';
export { type CustomerScores, type NetPromoterShifts, netPromoterShifts } from './netPromoterShifts.ts';
export { netPromoterVariance } from './netPromoterVariance.ts';
export {
  type NetPromoterShiftCounts,
  type PairedNetPromoterDifference,
  pairedNetPromoterDifference,
} from './pairedNetPromoterDifference.ts';
export { type ResponseCounts, responseRate } from './responseRate.ts';
export { type SatisfactionOptions, type SatisfactionTally, satisfactionCounts } from './satisfactionCounts.ts';
export {
  type SurveyAnswers,
  type SurveyAnswersDefinition,
  type SurveyAnswersOptions,
  surveyAnswers,
} from './surveyAnswers.ts';
export { type AnswersByPeriodOptions, type PeriodAnswers, surveyAnswersByPeriod } from './surveyAnswersByPeriod.ts';
export { type AnswersBySegmentOptions, type SegmentAnswers, surveyAnswersBySegment } from './surveyAnswersBySegment.ts';
export type { SurveyScale } from './surveyScale.ts';
