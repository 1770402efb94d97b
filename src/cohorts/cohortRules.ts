import { checkInstant, checkLeast, checkOneOf } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { Instant } from '../core/types.ts';
import { chosenEvents, type EventChoice } from '../log/eventChoice.ts';
import type { EventLog } from '../log/types.ts';

/** How a customer comes into a cohort of a period. */
export type CohortEntry = 'firstEvent' | 'firstEver' | 'firstInWindow' | 'recurring';

/** When a member counts as retained in a period. */
export type CohortMatch = 'on' | 'onOrAfter' | 'onOrBefore' | 'streak';

/** Who comes into a cohort, and who is retained. */
export interface CohortRuleOptions {
  /** Which events make a customer a member; every event unless told. */
  readonly start?: EventChoice;
  /** Which events count as coming back; those of `start` unless told. */
  readonly return?: EventChoice;
  /**
   * `'firstEvent'` unless told: the first event of `start` over the whole log makes the cohort. `'firstEver'`: the first
   * event of that name does, and who does not meet `start.where` with it is in no cohort. `'recurring'`: a customer is in
   * the cohort of every period with an event of `start`. `'firstInWindow'`: the first event of `start` from `from` on
   * does, so that customers of old come in as new ones.
   */
  readonly entry?: CohortEntry;
  /** Of entry `'firstInWindow'`, and needed there: the start of the window; what lies before it is not looked at. */
  readonly from?: Instant;
  /**
   * `'on'` unless told: retained in the period itself. `'onOrAfter'`: in it or a later one. `'onOrBefore'`: in it or one
   * before it, but for period 0. `'streak'`: in every period from 1 to it.
   */
  readonly match?: CohortMatch;
  /** How many return events a period takes to count, at least 1; 1 unless told. Period 0 takes none. */
  readonly minimumEvents?: number;
}

/** An event choice as it stands in a definition. */
export interface EventChoiceDefinition {
  /** The name of the events; undefined for any. */
  readonly name: string | undefined;
  /** Whether a function chose among them. */
  readonly filtered: boolean;
}

/** The rules, checked, with what was not told filled in; events are chosen by 1 and 0, one a row, undefined for all. */
export interface CohortRules {
  readonly entry: CohortEntry;
  readonly match: CohortMatch;
  readonly minimumEvents: number;
  readonly start: Uint8Array | undefined;
  /** Events of the name of `start`, whatever else it asks for. */
  readonly named: Uint8Array | undefined;
  readonly returned: Uint8Array | undefined;
  /** Whether the events that come back are those that start. */
  readonly isSame: boolean;
  /** The start of the window of entry `'firstInWindow'`, else undefined. */
  readonly from: number | undefined;
}

/** The names of the rules among a table's options. */
export const RULE_OPTIONS = ['start', 'return', 'entry', 'from', 'match', 'minimumEvents'] as const;

/** Refuses rules that are wrong and reads them off a log. */
export function readRules(metric: string, log: EventLog, options: CohortRuleOptions): CohortRules {
  const { start, entry = 'firstEvent', match = 'on', minimumEvents = 1 } = options;
  checkOneOf(metric, 'entry', entry, ['firstEvent', 'firstEver', 'firstInWindow', 'recurring']);
  checkOneOf(metric, 'match', match, ['on', 'onOrAfter', 'onOrBefore', 'streak']);
  checkLeast(metric, 'minimumEvents', minimumEvents, 1);
  const starts = chosenEvents(metric, 'start', log, start);
  const isSame = options.return === undefined;
  return {
    ...{ entry, match, minimumEvents, isSame, start: starts, from: readWindow(metric, options) },
    named: start?.name === undefined ? undefined : chosenEvents(metric, 'start', log, { name: start.name }),
    returned: isSame ? starts : chosenEvents(metric, 'return', log, options.return),
  };
}

function readWindow(metric: string, { entry, from }: CohortRuleOptions): number | undefined {
  if (entry === 'firstInWindow') return checkInstant(metric, 'from', from as Instant);
  if (from !== undefined) refuse('not-an-option', metric, ['from'], "left out but for entry 'firstInWindow'", from);
  return undefined;
}

/** Whether the first event of all makes a member and any one, in any number, counts as coming back. */
export function isEveryEvent({ entry, minimumEvents, start, returned, isSame }: CohortRules): boolean {
  const isFirst = entry === 'firstEvent' || entry === 'firstEver';
  return isFirst && start === undefined && returned === undefined && isSame && minimumEvents === 1;
}

/** A choice as it stands in a definition; undefined where all events are chosen. */
export function choiceDefinition(choice: EventChoice | undefined): EventChoiceDefinition | undefined {
  if (choice === undefined) return undefined;
  return { name: choice.name, filtered: choice.where !== undefined };
}
