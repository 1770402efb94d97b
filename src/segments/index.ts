export { type AtRiskCustomers, type AtRiskOptions, atRiskCustomers } from './atRiskCustomers.ts';
export { type FirstTimeCustomers, type FirstTimeOptions, firstTimeCustomers } from './firstTimeCustomers.ts';
export { giniCoefficient } from './giniCoefficient.ts';
export { type HighValueCustomers, type HighValueOptions, highValueCustomers } from './highValueCustomers.ts';
export { type LorenzCurve, lorenzCurve } from './lorenzCurve.ts';
export {
  type RfmDefinition,
  type RfmLists,
  type RfmMethod,
  type RfmOptions,
  type RfmScores,
  rfmScores,
} from './rfmScores.ts';
export { rfmSegmentRules } from './rfmSegmentRules.ts';
export { type RfmSegments, rfmSegments, type SegmentOptions, type SegmentSummary } from './rfmSegments.ts';
export { type CustomerSegments, type SegmentMigration, segmentMigration } from './segmentMigration.ts';
export {
  type CoverageOptions,
  type RuleCoverage,
  type ScoreCell,
  type SegmentRuleCoverage,
  segmentRuleCoverage,
} from './segmentRuleCoverage.ts';
export type { ScoreRange, SegmentRule } from './segmentRules.ts';
export { type StabilityCounts, segmentStability } from './segmentStability.ts';
export { type ShareHoldingOptions, shareHolding } from './shareHolding.ts';
export { type TopShareOptions, topShare } from './topShare.ts';
