import { checkRecord } from '../core/checks.ts';
import { checkText } from '../log/checkText.ts';
import type { RiskFacts } from './types.ts';

type Sentence = (facts: RiskFacts) => string;

const SENTENCES: ReadonlyMap<string, Sentence> = /* @__PURE__ */ new Map<string, Sentence>([
  ['complaintCount', (facts) => countText(facts, 'complaint', 'complaints')],
  ['contactCount', (facts) => countText(facts, 'ticket', 'tickets')],
  ['daysSinceActivity', ({ value }) => `No activity for ${days(value)}.`],
  ['daysToContractEnd', contractText],
  ['engagementDecline', engagementText],
  ['failedPaymentCount', (facts) => countText(facts, 'failed payment', 'failed payments')],
  ['feedbackDecline', feedbackText],
  ['negativeFeedback', scoreText],
  ['orderValueDecline', orderValueText],
  ['purchaseLateness', latenessText],
  ['unresolvedTicketCount', ticketText],
]);

/**
 * A reason as an English sentence that tells what was seen, not what the score made of it.
 *
 * An indicator that was given a name of its own is told with it, and one of your own (`riskIndicator`) by name and value.
 * For other words or another language write a function of the same shape: `facts.definition.kind` says which indicator it
 * is, `facts.evidence` and `facts.definition.settings` hold the numbers.
 *
 * @param facts - what an indicator says of a customer; `riskRanking` and `riskReasons` make them
 * @returns a sentence
 * @throws InputError `not-a-record`, `not-a-text`
 * @example
 * const map = { kind: 'linear', safe: 5, risky: 0 } as const;
 * const definition = { name: 'seats in use', kind: 'custom', asOf: 0, map, settings: {} };
 * const facts = { indicator: 'seats in use', contribution: 0.5, risk: 0.6, value: 2, evidence: {}, definition };
 * reasonText(facts) // 'seats in use: 2.'
 */
export function reasonText(facts: RiskFacts): string {
  checkRecord('reasonText', 'facts', facts);
  checkText('reasonText', ['facts', 'indicator'], facts.indicator);
  checkRecord('reasonText', 'facts.definition', facts.definition);
  checkRecord('reasonText', 'facts.definition.settings', facts.definition.settings);
  checkRecord('reasonText', 'facts.evidence', facts.evidence);
  const { kind } = facts.definition;
  const sentence = SENTENCES.get(kind);
  if (sentence === undefined) return `${facts.indicator}: ${figure(facts.value)}.`;
  const text = sentence(facts);
  return facts.indicator === kind ? text : `${facts.indicator}: ${text[0]!.toLowerCase()}${text.slice(1)}`;
}

function engagementText({ value, evidence, definition }: RiskFacts): string {
  const { recentPerWeek, baselinePerWeek } = evidence;
  const recently = `${figure(recentPerWeek)} a week in the last ${days(definition.settings.recentDays)}`;
  return `Activity is at ${percent(value)} of the usual: ${recently}, ${figure(baselinePerWeek)} before.`;
}

function latenessText({ evidence }: RiskFacts): string {
  return `No order for ${days(evidence.openGapDays)}; usually one every ${days(evidence.meanGapDays)}.`;
}

function orderValueText({ value, evidence }: RiskFacts): string {
  const { recentMean, baselineMean } = evidence;
  return `The last orders are worth ${money(recentMean)} on average, ${percent(value)} of the ${money(baselineMean)} before.`;
}

function scoreText({ evidence, definition }: RiskFacts): string {
  const { lastScore, meanScore, answerCount } = evidence;
  const last = `the last score is ${figure(lastScore)} on a scale of ${scale(definition.settings)}`;
  return answerCount === 1
    ? `${last[0]!.toUpperCase()}${last.slice(1)}.`
    : `The last ${figure(answerCount)} scores average ${figure(meanScore)}; ${last}.`;
}

function feedbackText({ evidence, definition }: RiskFacts): string {
  const { recentMean, baselineMean } = evidence;
  return `Scores went from ${figure(baselineMean)} to ${figure(recentMean)} on a scale of ${scale(definition.settings)}.`;
}

function ticketText({ value, evidence }: RiskFacts): string {
  const tickets = counted(value, 'ticket is', 'tickets are');
  const { longestOpenDays } = evidence;
  return longestOpenDays === undefined || Number.isNaN(longestOpenDays)
    ? `${tickets} not resolved.`
    : `${tickets} not resolved, the oldest for ${days(longestOpenDays)}.`;
}

function contractText({ value, evidence }: RiskFacts): string {
  if (value < 0) return `The term of the contract was over ${days(-value)} ago.`;
  const isOpen = (evidence.openEndedCount ?? 0) > 0;
  return `The contract ${isOpen ? 'can be left within' : 'ends in'} ${days(value)}.`;
}

function countText({ value, evidence, definition }: RiskFacts, one: string, many: string): string {
  const text = `${counted(value, one, many)} in the last ${days(definition.settings.withinDays)}`;
  const { daysSinceLast } = evidence;
  return value > 0 && daysSinceLast !== undefined ? `${text}, the last one ${days(daysSinceLast)} ago.` : `${text}.`;
}

/** A number as people write it: whole from 10 on, below with one decimal where it has one. */
function figure(value: number | string | undefined): string {
  if (typeof value !== 'number' || Number.isNaN(value)) return 'an unknown number';
  return String(Math.abs(value) < 9.95 ? Math.round(value * 10) / 10 : Math.round(value));
}

function counted(value: number | string | undefined, one: string, many: string): string {
  const text = figure(value);
  return `${text} ${text === '1' ? one : many}`;
}

function days(value: number | string | undefined): string {
  return counted(value, 'day', 'days');
}

function percent(value: number): string {
  return `${Math.round(value * 100)} %`;
}

function money(value: number | undefined): string {
  return value === undefined ? figure(value) : value.toFixed(2);
}

function scale(settings: RiskFacts['definition']['settings']): string {
  return `${figure(settings.lowest)} to ${figure(settings.highest)}`;
}
