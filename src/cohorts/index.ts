export { type CohortTableOptions, cohortTable } from './cohortTable.ts';
export { type RetentionCurve, type RetentionPoint, retentionCurve } from './retentionCurve.ts';
export type { Cohort, CohortCell, CohortDefinition, CohortTable } from './types.ts';
