import { refuse } from '../core/errors.ts';
import type { CustomerId } from '../core/types.ts';
import { customerPlaces } from '../log/customerPlaces.ts';
import type { AlertRuleDefinition } from './alertTypes.ts';
import { checkRiskScores } from './checkScores.ts';
import { staleBefore } from './staleness.ts';
import type { RiskScores } from './types.ts';

/** Refuses what is not scores as `riskScores` gives them, from 0 to 1, each customer once; gives their instant. */
export function checkAlertScores(metric: string, scores: RiskScores): number {
  checkRiskScores(metric, scores);
  if (!areAscending(scores.customers)) customerPlaces(metric, ['scores', 'customers'], scores.customers);
  checkRisks(metric, ['scores', 'score'], scores.score);
  scores.indicators.forEach(({ indicator }, own) => {
    checkRisks(metric, ['scores', 'indicators', own, 'indicator', 'risk'], indicator.risk);
  });
  const { asOf } = scores.definition;
  if (typeof asOf !== 'number')
    refuse('not-an-instant', metric, ['scores', 'definition', 'asOf'], 'whole milliseconds since 1970', asOf);
  return asOf;
}

/** Whether ids are numbers that ascend, as in most logs: each is there once, and no list of a million has to be hashed. */
function areAscending(customers: readonly CustomerId[]): boolean {
  let before = -Infinity;
  for (const customer of customers) {
    if (typeof customer !== 'number' || !(customer > before && customer < Infinity)) return false;
    before = customer;
  }
  return true;
}

function checkRisks(metric: string, path: readonly (string | number)[], risks: Float64Array): void {
  for (let place = 0; place < risks.length; place++)
    if (risks[place]! < 0 || risks[place]! > 1)
      refuse('not-on-scale', metric, [...path, place], 'from 0 to 1, or NaN', risks[place]);
}

/**
 * What a rule looks at, one value a customer of the scores: the score, or an indicator's risk. NaN where nothing was
 * observed, or where what the indicator rests on is stale.
 */
export function valuesFor(metric: string, scores: RiskScores, rule: AlertRuleDefinition, own: number): Float64Array {
  const { indicator: name } = rule;
  if (name === undefined) return scores.score;
  const part = scores.indicators.find((known) => known.name === name);
  if (part === undefined) {
    const names = scores.indicators.map((known) => `"${known.name}"`).join(', ');
    refuse('unknown-field', metric, ['rules', own, 'indicator'], `one of the indicators of the scores: ${names}`, name);
  }
  const { risk, observedAt } = part.indicator;
  const oldest = staleBefore(scores.definition.asOf, part.staleAfterDays);
  const values = new Float64Array(part.place.length).fill(Number.NaN);
  for (let customer = 0; customer < values.length; customer++) {
    const row = part.place[customer]!;
    if (row !== -1 && !(observedAt[row]! < oldest)) values[customer] = risk[row] ?? Number.NaN;
  }
  return values;
}

/** One a customer: 1 where some rule has a value to look at. */
export function assessedBy(metric: string, scores: RiskScores, rules: readonly AlertRuleDefinition[]): Uint8Array {
  const assessed = new Uint8Array(scores.customers.length);
  rules.forEach((rule, own) => {
    const values = valuesFor(metric, scores, rule, own);
    for (let customer = 0; customer < values.length; customer++)
      if (!Number.isNaN(values[customer])) assessed[customer] = 1;
  });
  return assessed;
}

/** The name of the indicator that adds most to a customer's score, the first of equals; undefined where none adds. */
export function mainIndicator(scores: RiskScores, customer: number): string | undefined {
  let most = 0;
  let name: string | undefined;
  for (const part of scores.indicators) {
    const contribution = part.contribution[customer]!;
    if (!(contribution > most)) continue;
    most = contribution;
    name = part.name;
  }
  return name;
}
