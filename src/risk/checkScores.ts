import { checkInstant, checkRecord } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { RiskScores } from './types.ts';

/** Refuses what is not the result of `riskScores`. */
export function checkRiskScores(metric: string, scores: RiskScores): void {
  checkRecord(metric, 'scores', scores);
  checkRecord(metric, 'scores.definition', scores.definition);
  checkInstant(metric, 'scores.definition.asOf', scores.definition.asOf);
  const { customers, indicators } = scores;
  if (!Array.isArray(customers))
    refuse('not-rows', metric, ['scores', 'customers'], 'an array of customers', customers);
  if (!Array.isArray(indicators))
    refuse('not-rows', metric, ['scores', 'indicators'], 'an array of scored indicators', indicators);
  const columns = [
    ['score', scores.score],
    ['coverage', scores.coverage],
  ] as const;
  for (const [name, column] of columns) checkColumn(metric, ['scores', name], column, customers.length);
  indicators.forEach((part, own) => {
    const path = ['scores', 'indicators', own];
    checkRecord(metric, `scores.indicators[${own}]`, part);
    checkColumn(metric, [...path, 'contribution'], part.contribution, customers.length);
    checkColumn(metric, [...path, 'place'], part.place, customers.length);
    checkRecord(metric, `scores.indicators[${own}].indicator`, part.indicator);
  });
}

function checkColumn(metric: string, path: readonly (string | number)[], column: unknown, length: number): void {
  if (!ArrayBuffer.isView(column)) refuse('not-rows', metric, path, 'a typed array, as riskScores gives it', column);
  const own = (column as Float64Array).length;
  if (own !== length) refuse('length-mismatch', metric, path, `as long as "customers" (${length})`, own);
}
