import { DAY } from '../log/day.ts';
import type { AlertEntry, AlertRuleDefinition } from './alertTypes.ts';

/** What is remembered of one customer for one rule. */
export type Memory = Pick<AlertEntry, 'raisedAt' | 'pendingSince' | 'leftAt'>;

/** What a look makes of it, and which change it brought: with the first of the looks that led to it. */
export type Moved =
  | { readonly memory: Memory; readonly change: undefined }
  | { readonly memory: Memory; readonly change: 'entered' | 'left'; readonly since: number };

/** The memory of someone who is not on alert, nor about to be, nor in a cool-down. */
export const CALM: Memory = { raisedAt: null, pendingSince: null, leftAt: null };

export function isCalm({ raisedAt, pendingSince, leftAt }: Memory): boolean {
  return raisedAt === null && pendingSince === null && leftAt === null;
}

/**
 * Takes one customer one look further. A value of NaN was not observed: it neither confirms a pending change nor takes it
 * back. The dwell runs in a cool-down too: what was seen then was seen.
 */
export function moveAlert(memory: Memory, value: number, at: number, rule: AlertRuleDefinition): Moved {
  const { raisedAt, pendingSince } = memory;
  const leftAt = raisedAt === null ? coolingFrom(memory, at, rule) : null;
  if (Number.isNaN(value)) return { memory: { raisedAt, pendingSince, leftAt }, change: undefined };
  const isBeyond = raisedAt === null ? value >= rule.enterAt : value < rule.leaveAt;
  if (!isBeyond) return { memory: { raisedAt, pendingSince: null, leftAt }, change: undefined };
  const since = pendingSince ?? at;
  if (at - since < rule.dwellDays * DAY || leftAt !== null)
    return { memory: { raisedAt, pendingSince: since, leftAt }, change: undefined };
  if (raisedAt === null) return { memory: { ...CALM, raisedAt: at }, change: 'entered', since };
  return { memory: { ...CALM, leftAt: rule.coolDownDays > 0 ? at : null }, change: 'left', since };
}

/** When the last alert ended, as long as the cool-down after it runs; null where none does. */
export function coolingFrom({ leftAt }: Memory, at: number, rule: AlertRuleDefinition): number | null {
  return leftAt !== null && at - leftAt < rule.coolDownDays * DAY ? leftAt : null;
}
