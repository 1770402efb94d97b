import type { RiskFacts } from './types.ts';

type Sentence = (facts: RiskFacts) => string;

const SENTENCES: ReadonlyMap<string, Sentence> = new Map<string, Sentence>([
  [
    'purchaseLateness',
    ({ evidence }) =>
      `No order for ${days(evidence['openGapDays'])}; usually one every ${days(evidence['meanGapDays'])}.`,
  ],
  ['daysSinceActivity', ({ value }) => `No activity for ${days(value)}.`],
]);

/**
 * A reason as an English sentence that tells what was seen, not what the score made of it.
 *
 * Indicators of your own (`riskIndicator`) are told by name and value. For other words or another language write a
 * function of the same shape; `facts.definition.kind` says which indicator it is, and `facts.evidence` holds the numbers.
 *
 * @param facts - what an indicator says of a customer; `riskRanking` and `riskReasons` make them
 * @returns a sentence
 * @example
 * const definition = { name: 'seats', kind: 'riskIndicator', asOf: 0, map: { kind: 'linear', safe: 5, risky: 0 }, settings: {} };
 * reasonText({ indicator: 'seats', contribution: 0.5, risk: 0.6, value: 2, evidence: {}, definition }) // 'seats: 2.'
 */
export function reasonText(facts: RiskFacts): string {
  const sentence = SENTENCES.get(facts.definition.kind);
  return sentence === undefined ? `${facts.indicator}: ${figure(facts.value)}.` : sentence(facts);
}

/** A number as people write it: whole from 10 on, with one decimal below where it has one. */
function figure(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return 'an unknown number';
  const rounded = Math.abs(value) < 10 ? Math.round(value * 10) / 10 : Math.round(value);
  return String(rounded);
}

function days(value: number | undefined): string {
  const text = figure(value);
  return `${text} ${text === '1' ? 'day' : 'days'}`;
}
