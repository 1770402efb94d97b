import { checkOneOf, isInstant } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { CustomerId } from '../core/types.ts';
import { checkText } from '../log/checkText.ts';
import { DAY } from '../log/day.ts';
import { ID, INSTANT } from '../log/valueKind.ts';
import type { AlertChange } from './alertTypes.ts';
import { CHANGES, type PlaybookCondition, type PlaybookEntry, readPlaybook } from './playbook.ts';

/** Something to do about one customer. */
export interface PlaybookTask {
  /** The customer. */
  readonly customer: CustomerId;
  /** What to do. */
  readonly action: string;
  /** Who does it. */
  readonly owner: string;
  /** Until when, in epoch milliseconds. */
  readonly dueAt: number;
  /** The name of the rule that raised the alert. */
  readonly rule: string;
  /** What happened. */
  readonly change: AlertChange['change'];
  /** The customer's score then; NaN where there is none. */
  readonly score: number;
  /** When, in epoch milliseconds. */
  readonly at: number;
}

/** What a playbook makes of alerts. */
export interface PlaybookTasks {
  /** One task an alert that has an entry, in the order of the alerts. */
  readonly tasks: readonly PlaybookTask[];
  /** How many alerts have no entry. */
  readonly otherAlerts: number;
  /** What the tasks rest on. */
  readonly definition: {
    /** The entries, in order. */
    readonly playbook: readonly PlaybookEntry[];
  };
}

const METRIC = 'playbookTasks';

/**
 * What to do about alerts, by whom and until when. The first entry whose condition an alert meets wins; alerts that meet
 * none are counted.
 *
 * @param alerts - what `alertStep` gave
 * @param playbook - the entries, in order
 * @returns one task an alert that has an entry
 * @throws InputError `not-rows`, `not-a-record`, `not-an-id`, `not-a-text`, `not-an-option`, `not-an-instant`,
 * `not-on-scale`, `unknown-option`, `not-a-quantity`, `above-limit` (also a due date beyond the reach of `Date`)
 * @example
 * const day = 86_400_000;
 * const alert = { customer: 'ada', rule: 'late', change: 'entered', at: 0, value: 0.9, score: 0.9, mainIndicator: 'visits', since: 0, raisedAt: 0 } as const;
 * const { tasks, otherAlerts } = playbookTasks([alert, { ...alert, customer: 'bob', score: 0.6 }], [
 *   { condition: { rule: 'late', minimumScore: 0.8 }, action: 'call', owner: 'success', dueDays: 2 },
 *   { condition: { rule: 'late', change: 'left' }, action: 'note', owner: 'success', dueDays: 7 },
 * ]);
 * tasks.map(({ customer, action, dueAt }) => [customer, action, dueAt / day]) // [['ada', 'call', 2]]
 * otherAlerts // 1
 */
export function playbookTasks(alerts: readonly AlertChange[], playbook: readonly PlaybookEntry[]): PlaybookTasks {
  if (!Array.isArray(alerts)) refuse('not-rows', METRIC, ['alerts'], 'an array of alerts', alerts);
  const entries = readPlaybook(METRIC, playbook);
  const tasks: PlaybookTask[] = [];
  let otherAlerts = 0;
  for (let place = 0; place < alerts.length; place++) {
    const alert = alerts[place] as AlertChange;
    checkAlert(alert, place);
    const own = entries.findIndex(({ condition }) => isMet(condition, alert));
    if (own === -1) otherAlerts++;
    else tasks.push(taskOf(alert, entries[own]!, own));
  }
  return { tasks, otherAlerts, definition: { playbook: entries } };
}

function isMet(
  { rule, change = 'entered', minimumScore, mainIndicator }: PlaybookCondition,
  alert: AlertChange,
): boolean {
  if (alert.rule !== rule || alert.change !== change) return false;
  // A score of NaN reaches no minimum.
  if (minimumScore !== undefined && !(alert.score >= minimumScore)) return false;
  return mainIndicator === undefined || alert.mainIndicator === mainIndicator;
}

function taskOf({ customer, rule, change, score, at }: AlertChange, entry: PlaybookEntry, own: number): PlaybookTask {
  const { action, owner, dueDays } = entry;
  const dueAt = at + Math.round(dueDays * DAY);
  if (!isInstant(dueAt))
    refuse('above-limit', METRIC, ['playbook', own, 'dueDays'], 'few enough for a due date that is one', dueDays);
  return { customer, action, owner, dueAt, rule, change, score, at };
}

/** Refuses an alert of which a condition or a task cannot be made. */
function checkAlert(alert: AlertChange, place: number): void {
  const path = ['alerts', place];
  if (typeof alert !== 'object' || alert === null) refuse('not-a-record', METRIC, path, 'an object', alert);
  const { customer, rule, change, at, score, mainIndicator } = alert;
  if (!ID.isValid(customer)) refuse(ID.code, METRIC, [...path, 'customer'], ID.expected, customer);
  checkText(METRIC, [...path, 'rule'], rule);
  checkOneOf(METRIC, `alerts[${place}].change`, change, CHANGES);
  if (!INSTANT.isValid(at)) refuse(INSTANT.code, METRIC, [...path, 'at'], INSTANT.expected, at);
  if (typeof score !== 'number' || score < 0 || score > 1)
    refuse('not-on-scale', METRIC, [...path, 'score'], 'from 0 to 1, or NaN', score);
  if (mainIndicator !== undefined) checkText(METRIC, [...path, 'mainIndicator'], mainIndicator);
}
