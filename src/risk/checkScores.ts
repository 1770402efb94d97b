import { checkInstant, checkQuantity, checkRecord } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { checkText } from '../log/checkText.ts';
import { checkColumn, checkIndicator } from './checkIndicators.ts';
import type { RiskScores } from './types.ts';

/** Refuses what is not the result of `riskScores`. */
export function checkRiskScores(metric: string, scores: RiskScores): void {
  checkRecord(metric, 'scores', scores);
  checkRecord(metric, 'scores.definition', scores.definition);
  checkInstant(metric, 'scores.definition.asOf', scores.definition.asOf);
  const { customers, score, coverage, indicators } = scores;
  if (!Array.isArray(customers))
    refuse('not-rows', metric, ['scores', 'customers'], 'an array of customers', customers);
  if (!Array.isArray(indicators))
    refuse('not-rows', metric, ['scores', 'indicators'], 'an array of scored indicators', indicators);
  checkColumn(metric, ['scores', 'score'], score, customers.length);
  checkColumn(metric, ['scores', 'coverage'], coverage, customers.length);
  for (let own = 0; own < indicators.length; own++) {
    const path = ['scores', 'indicators', own];
    checkRecord(metric, `scores.indicators[${own}]`, indicators[own]);
    const { name, staleAfterDays, contribution, place, indicator } = indicators[own];
    checkText(metric, [...path, 'name'], name);
    if (staleAfterDays !== undefined) checkQuantity(metric, `scores.indicators[${own}].staleAfterDays`, staleAfterDays);
    checkColumn(metric, [...path, 'contribution'], contribution, customers.length);
    checkColumn(metric, [...path, 'place'], place, customers.length);
    checkIndicator(metric, [...path, 'indicator'], indicator);
  }
}
