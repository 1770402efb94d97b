import { checkAtMost, checkFraction, checkOptions, checkQuantity } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { checkText } from '../log/checkText.ts';
import type { AlertRule, AlertRuleDefinition } from './alertTypes.ts';

const KEYS = ['name', 'indicator', 'enterAt', 'leaveAt', 'dwellDays', 'coolDownDays'];

/** Refuses rules that are wrong, and gives them with what was not told filled in. */
export function readAlertRules(metric: string, rules: readonly AlertRule[]): AlertRuleDefinition[] {
  if (!Array.isArray(rules) || rules.length === 0)
    refuse('not-rows', metric, ['rules'], 'an array of at least one rule', rules);
  const names = new Set<string>();
  return Array.from(rules as readonly AlertRule[], (rule, place) => {
    const read = readRule(metric, rule, place);
    if (names.has(read.name))
      refuse('duplicate-id', metric, ['rules', place, 'name'], 'another name than those before it', read.name);
    names.add(read.name);
    return read;
  });
}

function readRule(metric: string, rule: AlertRule, place: number): AlertRuleDefinition {
  const path = `rules[${place}]`;
  checkOptions(metric, rule, KEYS, path);
  const { name, indicator, enterAt, dwellDays = 0, coolDownDays = 0 } = rule;
  checkText(metric, ['rules', place, 'name'], name);
  if (indicator !== undefined) checkText(metric, ['rules', place, 'indicator'], indicator);
  checkFraction(metric, `${path}.enterAt`, enterAt);
  // Every value is at least 0: all customers would be on alert for ever.
  if (enterAt === 0) refuse('below-limit', metric, ['rules', place, 'enterAt'], 'above 0', enterAt);
  checkFraction(metric, `${path}.leaveAt`, rule.leaveAt);
  const leaveAt = checkAtMost(metric, `${path}.leaveAt`, rule.leaveAt, 'enterAt', enterAt);
  checkQuantity(metric, `${path}.dwellDays`, dwellDays);
  checkQuantity(metric, `${path}.coolDownDays`, coolDownDays);
  return { name, indicator, enterAt, leaveAt, dwellDays, coolDownDays };
}
