import { checkCount, checkFunction } from '../core/checks.ts';
import { reasonText } from './reasonText.ts';
import { staleBefore } from './staleness.ts';
import type { CustomerRisk, ReasonFormat, ReasonOptions, RiskFacts, RiskScores, ScoredIndicator } from './types.ts';

/** How many reasons, and in which words, with nothing left out. */
export interface ReadReasonOptions {
  readonly reasons: number;
  readonly format: ReasonFormat;
}

/** Refuses what is wrong with the choices of reasons, and fills in what was left out. */
export function readReasonOptions(metric: string, options: ReasonOptions): ReadReasonOptions {
  const { reasons = 3, format = reasonText } = options;
  checkCount(metric, 'reasons', reasons);
  checkFunction(metric, 'format', format);
  return { reasons, format };
}

/** One customer's score with the indicators that add most to it. */
export function explainCustomer(scores: RiskScores, place: number, options: ReadReasonOptions): CustomerRisk {
  const main = scores.indicators
    .filter((part) => part.contribution[place]! > 0)
    .sort((one, other) => other.contribution[place]! - one.contribution[place]!)
    .slice(0, options.reasons);
  const namesOf = (state: 'missing' | 'stale'): string[] =>
    scores.indicators.filter((part) => stateOf(part, place, scores.definition.asOf) === state).map(({ name }) => name);
  return {
    customer: scores.customers[place]!,
    score: scores.score[place]!,
    coverage: scores.coverage[place]!,
    reasons: main.map((part) => {
      const facts = factsOf(part, place);
      return { ...facts, text: options.format(facts) };
    }),
    missing: namesOf('missing'),
    stale: namesOf('stale'),
  };
}

function stateOf(part: ScoredIndicator, place: number, asOf: number): 'missing' | 'stale' | 'present' {
  const row = part.place[place]!;
  if (row === -1 || Number.isNaN(part.indicator.risk[row])) return 'missing';
  return part.indicator.observedAt[row]! < staleBefore(asOf, part.staleAfterDays) ? 'stale' : 'present';
}

function factsOf({ name, contribution, indicator, place: places }: ScoredIndicator, place: number): RiskFacts {
  const row = places[place]!;
  const { customers: _customers, value, risk, observedAt: _observedAt, definition, ...columns } = indicator;
  const evidence = Object.entries(columns as Record<string, unknown>)
    .filter(([, column]) => ArrayBuffer.isView(column))
    .map(([own, column]) => [own, (column as Float64Array)[row]!] as const);
  return {
    indicator: name,
    contribution: contribution[place]!,
    risk: risk[row]!,
    value: value[row]!,
    evidence: Object.fromEntries(evidence),
    definition,
  };
}
