export type { IndicatorWeight } from './indicatorWeights.ts';
export { type PurchaseLateness, type PurchaseLatenessOptions, purchaseLateness } from './purchaseLateness.ts';
export { reasonText } from './reasonText.ts';
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
