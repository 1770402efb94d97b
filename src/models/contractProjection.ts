import { refuse } from '../core/errors.ts';
import { readPeriods } from './contractReaders.ts';
import { type ContractShape, logSurvival } from './contractSurvival.ts';
import { MOST_RENEWALS } from './contractTally.ts';
import type { PeriodsOptions, ProjectedPeriod } from './contractTypes.ts';

/** What is left of a new cohort after each renewal. */
export function projectContracts(metric: string, shape: ContractShape, options: PeriodsOptions): ProjectedPeriod[] {
  const periods = readPeriods(metric, options);
  if (periods > MOST_RENEWALS) refuse('above-limit', metric, ['periods'], `at most ${MOST_RENEWALS}`, periods);
  return Array.from({ length: periods + 1 }, (_, period) => ({
    period,
    survival: Math.exp(logSurvival(shape, 0, period)),
    retentionRate: period === 0 ? Number.NaN : Math.exp(logSurvival(shape, period - 1, 1)),
  }));
}
