export {
  type Benchmark,
  type BenchmarkComparison,
  type BenchmarkComparisonOptions,
  benchmarkComparison,
} from './benchmarkComparison.ts';
export { currentPace } from './currentPace.ts';
export { type ExpectedValueOptions, expectedValue } from './expectedValue.ts';
export { goalProgress } from './goalProgress.ts';
export { type GoalSeries, goalSeries } from './goalSeries.ts';
export { type GoalReading, type GoalStatus, goalStatus } from './goalStatus.ts';
export { goalTarget } from './goalTarget.ts';
export { requiredPace } from './requiredPace.ts';
export type { Figure, FigureDefinition, Goal, GoalDefinition, GoalTarget } from './types.ts';
