import { checkInstant, checkLevel, checkOneOf } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { Instant, LevelOptions } from '../core/types.ts';
import { checkEventLog, checkOneCurrency, currencyOf } from '../log/checkLog.ts';
import { firstBefore } from '../log/firstBefore.ts';
import type { AttributeChoice, EventLog } from '../log/types.ts';
import { checkCalendar } from '../time/checkCalendar.ts';
import type { PeriodOptions } from '../time/types.ts';
import { COLUMN_OPTIONS, type CohortColumnDefinition, type CohortColumnOptions, readColumns } from './cohortColumns.ts';
import { type CohortPlan, planCohorts } from './cohortPlan.ts';
import { type CohortRuleOptions, type CohortRules, choiceDefinition, RULE_OPTIONS, readRules } from './cohortRules.ts';
import { attributeGroups, type CustomerGroups } from './customerGroups.ts';
import type { CohortDefinition } from './types.ts';

/** How cohorts are made and followed. */
export interface CohortTableOptions extends PeriodOptions, LevelOptions, CohortRuleOptions, CohortColumnOptions {
  /** The instant up to which the log tells; events from it on are not looked at. */
  readonly asOf: Instant;
  /** One of your own columns, or `name` or `currency`: its values are the cohorts. Unless told, the period of the first event is. */
  readonly attribute?: string;
  /** Which value of an attribute that changes counts; `'first'` unless told. */
  readonly value?: 'first' | 'last';
}

/** Cohorts as asked for: how they are found, and what they rest on. */
export interface CohortReading {
  readonly plan: CohortPlan;
  readonly definition: CohortDefinition;
}

/** Reads options and log for a function, whose name errors carry. `groupsOf` gives the groups that have a table each. */
export function readCohortOptions(
  metric: string,
  log: EventLog,
  options: CohortTableOptions,
  otherKeys: readonly string[] = [],
  groupsOf?: (asOf: number) => CustomerGroups,
): CohortReading {
  checkEventLog(metric, log);
  const keys = ['asOf', 'attribute', 'value', 'level', ...RULE_OPTIONS, ...COLUMN_OPTIONS, ...otherKeys];
  const calendar = checkCalendar(metric, options, keys);
  const asOf = checkInstant(metric, 'asOf', options.asOf);
  const { level = 0.95 } = options;
  checkLevel(metric, level);
  const rules = readRules(metric, log, options);
  const columns = readColumns(metric, options, calendar, rules.match);
  const attribute = readAttribute(metric, options, rules, columns);
  checkOneCurrency(metric, log);
  const first = checkReach(metric, log, rules.from, asOf);
  const groups = attribute === undefined ? groupsOf?.(asOf) : attributeGroups(metric, log, attribute, asOf);
  const isByAttribute = attribute !== undefined;
  const draft = { log, rules, columns, asOf, from: rules.from ?? -Infinity, groups, isByAttribute };
  return {
    plan: planCohorts(metric, draft, calendar, first),
    definition: {
      ...{ ...calendar, entry: isByAttribute ? 'attribute' : rules.entry, attribute, from: rules.from },
      ...{ start: choiceDefinition(options.start), return: choiceDefinition(options.return ?? options.start) },
      ...{ match: rules.match, minimumEvents: rules.minimumEvents, ...columns },
      ...{ asOf, level, method: 'wilson', currency: currencyOf(log) },
    },
  };
}

function readAttribute(
  metric: string,
  { attribute, value }: CohortTableOptions,
  { entry }: CohortRules,
  { clock }: CohortColumnDefinition,
): AttributeChoice | undefined {
  if (value !== undefined) checkOneOf(metric, 'value', value, ['first', 'last']);
  if (attribute === undefined && value !== undefined)
    refuse('not-an-option', metric, ['value'], 'left out where no "attribute" is given', value);
  if (entry === 'recurring' && (attribute !== undefined || clock === 'elapsed')) {
    const where =
      attribute === undefined ? 'by the elapsed clock, which has one start a customer' : 'of an "attribute"';
    refuse('not-an-option', metric, ['entry'], `other than 'recurring' in cohorts ${where}`, entry);
  }
  return attribute === undefined ? undefined : { name: attribute, value: value ?? 'first' };
}

/** The first instant that may make a cohort; refuses a time to look at that ends before the log begins. */
function checkReach(metric: string, log: EventLog, from: number | undefined, asOf: number): number {
  const first = firstBefore(metric, log, asOf);
  if (from !== undefined && from > asOf)
    refuse('after-as-of', metric, ['from'], `at or before "asOf" (${new Date(asOf).toISOString()})`, new Date(from));
  return from ?? first;
}
