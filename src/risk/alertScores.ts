import { INSTANT_RULE, isInstant } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { customerPlaces } from '../log/customerPlaces.ts';
import { DAY } from '../log/day.ts';
import { TEXT } from '../log/valueKind.ts';
import type { AlertRuleDefinition } from './alertTypes.ts';
import type { RiskScores, ScoredIndicator } from './types.ts';

type Path = readonly (string | number)[];

/** Refuses what is not scores as `riskScores` gives them, each customer once; `path` is where they stand. */
export function checkRiskScores(metric: string, path: Path, scores: RiskScores): void {
  checkRecordAt(metric, path, scores);
  const { customers, score, indicators, definition } = scores;
  checkRecordAt(metric, [...path, 'definition'], definition);
  const { asOf } = definition;
  if (typeof asOf !== 'number' || !isInstant(asOf))
    refuse('not-an-instant', metric, [...path, 'definition', 'asOf'], INSTANT_RULE, asOf);
  customerPlaces(metric, [...path, 'customers'], customers);
  checkRisks(metric, [...path, 'score'], score, customers.length);
  if (!Array.isArray(indicators))
    refuse('not-rows', metric, [...path, 'indicators'], 'an array of indicators', indicators);
  indicators.forEach((part, own) => {
    checkPart(metric, [...path, 'indicators', own], part, customers.length);
  });
}

function checkPart(metric: string, path: Path, part: ScoredIndicator, length: number): void {
  checkRecordAt(metric, path, part);
  const { name, contribution, place, indicator } = part;
  if (!TEXT.isValid(name)) refuse(TEXT.code, metric, [...path, 'name'], TEXT.expected, name);
  checkColumn(metric, [...path, 'contribution'], contribution, length);
  checkColumn(metric, [...path, 'place'], place, length);
  checkRecordAt(metric, [...path, 'indicator'], indicator);
  const { risk, observedAt } = indicator;
  checkRisks(metric, [...path, 'indicator', 'risk'], risk);
  checkColumn(metric, [...path, 'indicator', 'observedAt'], observedAt, risk.length);
}

function checkRecordAt(metric: string, path: Path, value: unknown): void {
  if (typeof value !== 'object' || value === null) refuse('not-a-record', metric, path, 'an object', value);
}

function checkColumn(metric: string, path: Path, column: Float64Array | Int32Array, length?: number): void {
  if (!(column instanceof Float64Array || column instanceof Int32Array))
    refuse('not-rows', metric, path, 'a column as riskScores gives it (JSON does not keep it)', column);
  if (length !== undefined && column.length !== length)
    refuse('length-mismatch', metric, path, `as long as the column of its customers (${length})`, column.length);
}

function checkRisks(metric: string, path: Path, risks: Float64Array, length?: number): void {
  checkColumn(metric, path, risks, length);
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
  const { asOf } = scores.definition;
  const staleBefore = part.staleAfterDays === undefined ? -Infinity : asOf - part.staleAfterDays * DAY;
  const values = new Float64Array(part.place.length).fill(Number.NaN);
  for (let customer = 0; customer < values.length; customer++) {
    const row = part.place[customer]!;
    if (row !== -1 && !(observedAt[row]! < staleBefore)) values[customer] = risk[row] ?? Number.NaN;
  }
  return values;
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
