import { readPeriodsToList } from './contractReaders.ts';
import { type ContractShape, logSurvival } from './contractSurvival.ts';
import type { ContractProjectionOptions, ProjectedPeriod } from './contractTypes.ts';

/** What is left of a new cohort after each renewal. */
export function projectContracts(
  metric: string,
  shape: ContractShape,
  options: ContractProjectionOptions,
): ProjectedPeriod[] {
  const periods = readPeriodsToList(metric, options);
  return Array.from({ length: periods + 1 }, (_, period) => ({
    period,
    survival: Math.exp(logSurvival(shape, 0, period)),
    retentionRate: period === 0 ? Number.NaN : Math.exp(logSurvival(shape, period - 1, 1)),
  }));
}
