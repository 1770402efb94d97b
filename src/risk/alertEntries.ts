// What is remembered of customers from one look to the next, rule by rule.
import { INSTANT_RULE, isInstant } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { CustomerId } from '../core/types.ts';
import { checkText } from '../log/checkText.ts';
import { ID } from '../log/valueKind.ts';
import type { AlertEntry, AlertState } from './alertTypes.ts';

type Path = readonly (string | number)[];

/** The entries by rule, then by customer, both in the order of the state. */
export type EntriesByRule = Map<string, Map<CustomerId, AlertEntry>>;

const INSTANTS = ['raisedAt', 'pendingSince', 'leftAt'] as const;

/** Refuses what is no state of alerts, as one that was stored as JSON may be, and gives its entries by rule. */
export function readAlertState(metric: string, state: AlertState): EntriesByRule {
  if (typeof state !== 'object' || state === null) refuse('not-a-record', metric, ['state'], 'an object', state);
  const { asOf, entries } = state;
  if (asOf !== null && !isTime(asOf))
    refuse('not-an-instant', metric, ['state', 'asOf'], `${INSTANT_RULE}, or null before the first look`, asOf);
  if (!Array.isArray(entries)) refuse('not-rows', metric, ['state', 'entries'], 'an array of entries', entries);
  const byRule: EntriesByRule = new Map();
  for (let place = 0; place < entries.length; place++) {
    const entry = entries[place] as AlertEntry;
    const path = ['state', 'entries', place];
    checkEntry(metric, path, entry, asOf ?? -Infinity);
    const { rule, customer } = entry;
    const own = byRule.get(rule) ?? new Map<CustomerId, AlertEntry>();
    if (own.has(customer)) refuse('duplicate-id', metric, [...path, 'customer'], 'there once for each rule', customer);
    byRule.set(rule, own.set(customer, entry));
  }
  return byRule;
}

const isTime = (value: unknown): boolean => typeof value === 'number' && isInstant(value);

function checkEntry(metric: string, path: Path, entry: AlertEntry, asOf: number): void {
  if (typeof entry !== 'object' || entry === null) refuse('not-a-record', metric, path, 'an object', entry);
  checkText(metric, [...path, 'rule'], entry.rule);
  if (!ID.isValid(entry.customer)) refuse(ID.code, metric, [...path, 'customer'], ID.expected, entry.customer);
  for (const name of INSTANTS) {
    const at = entry[name];
    if (at !== null && !isTime(at))
      refuse('not-an-instant', metric, [...path, name], `${INSTANT_RULE}, or null for none`, at);
    if (at !== null && at > asOf) refuse('after-as-of', metric, [...path, name], 'at or before "state.asOf"', at);
  }
}
