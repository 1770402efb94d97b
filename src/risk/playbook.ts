import { checkFraction, checkOneOf, checkOptions, checkQuantity } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { checkText } from '../log/checkText.ts';
import type { AlertChange } from './alertTypes.ts';

/** Which alerts an entry is for: those for which everything given holds. */
export interface PlaybookCondition {
  /** The name of the rule. */
  readonly rule: string;
  /** What happened; `'entered'` unless told. */
  readonly change?: AlertChange['change'];
  /** The least score, 0 to 1; an alert without a score does not reach it. */
  readonly minimumScore?: number;
  /** The indicator that adds most to the score. */
  readonly mainIndicator?: string;
}

/** What is to be done about some alerts. */
export interface PlaybookEntry {
  /** Which alerts. */
  readonly condition: PlaybookCondition;
  /** What to do, in your own words. */
  readonly action: string;
  /** Who does it, in your own words. */
  readonly owner: string;
  /** Days of 24 hours from the alert until it must be done. */
  readonly dueDays: number;
}

/** What may happen to a customer on alert. */
export const CHANGES: readonly AlertChange['change'][] = ['entered', 'left', 'closed'];
const CONDITION = ['rule', 'change', 'minimumScore', 'mainIndicator'];

/** Refuses a playbook that is wrong and gives a copy. */
export function readPlaybook(metric: string, playbook: readonly PlaybookEntry[]): PlaybookEntry[] {
  if (!Array.isArray(playbook) || playbook.length === 0)
    refuse('not-rows', metric, ['playbook'], 'an array of at least one entry', playbook);
  return Array.from(playbook as readonly PlaybookEntry[], (entry, own) => {
    const path = `playbook[${own}]`;
    checkOptions(metric, entry, ['condition', 'action', 'owner', 'dueDays'], path);
    const { condition, action, owner, dueDays } = entry;
    checkCondition(metric, condition, own);
    checkText(metric, ['playbook', own, 'action'], action);
    checkText(metric, ['playbook', own, 'owner'], owner);
    checkQuantity(metric, `${path}.dueDays`, dueDays);
    return { condition: { ...condition }, action, owner, dueDays };
  });
}

function checkCondition(metric: string, condition: PlaybookCondition, own: number): void {
  const path = `playbook[${own}].condition`;
  checkOptions(metric, condition, CONDITION, path);
  const { rule, change, minimumScore, mainIndicator } = condition;
  checkText(metric, ['playbook', own, 'condition', 'rule'], rule);
  if (change !== undefined) checkOneOf(metric, `${path}.change`, change, CHANGES);
  if (minimumScore !== undefined) checkFraction(metric, `${path}.minimumScore`, minimumScore);
  if (mainIndicator !== undefined) checkText(metric, ['playbook', own, 'condition', 'mainIndicator'], mainIndicator);
}
