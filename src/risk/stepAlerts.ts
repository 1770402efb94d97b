import type { CustomerId } from '../core/types.ts';
import type { EntriesByRule } from './alertEntries.ts';
import { mainIndicator, valuesFor } from './alertScores.ts';
import type { Alert, AlertEntry, AlertRuleDefinition } from './alertTypes.ts';
import { CALM, coolingFrom, isCalm, moveAlert } from './moveAlert.ts';
import type { RiskScores } from './types.ts';

/** What a look leads to. */
export interface Look {
  readonly entries: AlertEntry[];
  readonly alerts: Alert[];
}

/** Takes all rules one look further. Scores, rules and entries were checked. */
export function stepAlerts(
  metric: string,
  before: EntriesByRule,
  scores: RiskScores,
  rules: readonly AlertRuleDefinition[],
): Look {
  const look: Look = { entries: [], alerts: [] };
  rules.forEach((rule, own) => {
    const values = valuesFor(metric, scores, rule, own);
    stepRule(look, before.get(rule.name) ?? new Map(), scores, values, rule);
  });
  const names = new Set(rules.map(({ name }) => name));
  for (const [name, entries] of before)
    if (!names.has(name)) for (const entry of entries.values()) close(look, entry, scores.definition.asOf);
  return look;
}

function stepRule(
  look: Look,
  before: ReadonlyMap<CustomerId, AlertEntry>,
  scores: RiskScores,
  values: Float64Array,
  rule: AlertRuleDefinition,
): void {
  const { asOf } = scores.definition;
  const gone = new Map(before);
  for (let place = 0; place < values.length; place++) {
    const customer = scores.customers[place]!;
    const value = values[place]!;
    const memory = before.get(customer) ?? CALM;
    // Nearly everyone is calm and stays so.
    if (memory === CALM && !(value >= rule.enterAt)) continue;
    gone.delete(customer);
    const moved = moveAlert(memory, value, asOf, rule);
    if (!isCalm(moved.memory)) look.entries.push({ rule: rule.name, customer, ...moved.memory });
    if (moved.change === undefined) continue;
    look.alerts.push({
      ...{ customer, rule: rule.name, change: moved.change, at: asOf, value, score: scores.score[place]! },
      ...{ mainIndicator: mainIndicator(scores, place), since: moved.since, raisedAt: memory.raisedAt ?? asOf },
    });
  }
  for (const entry of gone.values()) {
    close(look, entry, asOf);
    // A cool-down goes on in case the customer comes back.
    const leftAt = entry.raisedAt === null ? coolingFrom(entry, asOf, rule) : null;
    if (leftAt !== null) look.entries.push({ rule: rule.name, customer: entry.customer, ...CALM, leftAt });
  }
}

/** Closes the alert of a customer or a rule that is no more, where there is one. */
function close({ alerts }: Look, { customer, rule, raisedAt }: AlertEntry, at: number): void {
  if (raisedAt === null) return;
  alerts.push({
    ...{ customer, rule, change: 'closed', at, value: Number.NaN, score: Number.NaN },
    ...{ mainIndicator: undefined, since: at, raisedAt },
  });
}
