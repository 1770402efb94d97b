export { type AlertLiftCounts, alertLift } from './alertLift.ts';
export { type AlertCounts, alertPrecision } from './alertPrecision.ts';
export { alertRecall, type LossCounts } from './alertRecall.ts';
export { alertStep } from './alertStep.ts';
export type {
  Alert,
  AlertChange,
  AlertEntry,
  AlertRule,
  AlertRuleDefinition,
  AlertState,
  AlertStep,
} from './alertTypes.ts';
export { backtestAlerts } from './backtestAlerts.ts';
export type {
  AlertBacktest,
  AlertOutcome,
  BacktestAlert,
  BacktestLosses,
  BacktestOptions,
  NamedLogs,
} from './backtestTypes.ts';
export { complaintCount } from './complaintCount.ts';
export { contactCount } from './contactCount.ts';
export type { CountWithin, CountWithinOptions } from './countWithin.ts';
export { type DaysSinceActivity, type DaysSinceActivityOptions, daysSinceActivity } from './daysSinceActivity.ts';
export { type DaysToContractEnd, type DaysToContractEndOptions, daysToContractEnd } from './daysToContractEnd.ts';
export { type EngagementDecline, type EngagementDeclineOptions, engagementDecline } from './engagementDecline.ts';
export { expectedInterventionBenefit, type InterventionParts } from './expectedInterventionBenefit.ts';
export { failedPaymentCount } from './failedPaymentCount.ts';
export { type FeedbackDecline, type FeedbackDeclineOptions, feedbackDecline } from './feedbackDecline.ts';
export type { FeedbackOptions, FeedbackScale } from './feedbackScores.ts';
export type { IndicatorWeight } from './indicatorWeights.ts';
export { type NegativeFeedback, type NegativeFeedbackOptions, negativeFeedback } from './negativeFeedback.ts';
export { noAlerts } from './noAlerts.ts';
export { type OrderValueDecline, type OrderValueDeclineOptions, orderValueDecline } from './orderValueDecline.ts';
export {
  type InterventionCandidate,
  type InterventionPlan,
  type PlannedIntervention,
  type PlanOptions,
  planInterventions,
} from './planInterventions.ts';
export type { PlaybookCondition, PlaybookEntry } from './playbook.ts';
export { type PlaybookTask, type PlaybookTasks, playbookTasks } from './playbookTasks.ts';
export { type PurchaseLateness, type PurchaseLatenessOptions, purchaseLateness } from './purchaseLateness.ts';
export { reasonText } from './reasonText.ts';
export { riskFromValues } from './riskFromValues.ts';
export { type MeasuredValues, type RiskIndicatorOptions, riskIndicator } from './riskIndicator.ts';
export type {
  LinearRiskMap,
  LogisticRiskMap,
  QuantileMapDefinition,
  QuantileRiskMap,
  RiskMap,
  RiskMapDefinition,
} from './riskMap.ts';
export { type RiskRankingOptions, riskRanking } from './riskRanking.ts';
export { type RiskReasonsOptions, riskReasons } from './riskReasons.ts';
export { type RiskScoresOptions, riskScores } from './riskScores.ts';
export type {
  CountIndicatorOptions,
  CustomerRisk,
  IndicatorDefinition,
  IndicatorOptions,
  ReasonFormat,
  ReasonOptions,
  RiskFacts,
  RiskIndicator,
  RiskReason,
  RiskScores,
  ScoredIndicator,
} from './types.ts';
export { type UnresolvedTicketCount, unresolvedTicketCount } from './unresolvedTicketCount.ts';
