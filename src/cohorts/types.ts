import type { AttributeValue, Interval } from '../core/types.ts';
import type { AttributeChoice } from '../log/types.ts';
import type { Calendar } from '../time/types.ts';
import type { CohortColumnDefinition } from './cohortColumns.ts';
import type { CohortEntry, CohortMatch, EventChoiceDefinition } from './cohortRules.ts';

/** One cohort in one period. Periods that have not begun yet have no cell: not yet observed is not zero. */
export interface CohortCell {
  /** Periods since the one in which the members came: 0 is that period itself. */
  readonly period: number;
  /** The last of the periods that the cell is about: of a bracket; else the same as `period`. */
  readonly lastPeriod: number;
  /** Members that the cell is about: those who have had the time for it. */
  readonly members: number;
  /** Members with an event in the period, by the table's `match`; in period 0 all of them. */
  readonly retained: number;
  /** What the rate divides by: `members`, or those of them who were retained in the cell before. */
  readonly base: number;
  /** retained / base; NaN where the base is nobody. */
  readonly rate: number;
  /** Wilson interval of the rate; NaN where the base is nobody, and where more than the base may be retained. */
  readonly interval: Interval;
  /** Sum of the amounts of the members' events in the period; NaN where the log has no amounts. */
  readonly amount: number;
  /** Amount a member. */
  readonly amountPerMember: number;
  /** Amount a retained member; NaN where there is none. */
  readonly amountPerRetained: number;
  /**
   * `'partial'`: the period is still under way, the figures can only rise. Leave it out of comparisons. `'suppressed'`:
   * the figures were taken out by `suppressSmallCells`.
   */
  readonly state: 'observed' | 'partial' | 'suppressed';
}

/** Customers who came in the same period, or who share an attribute. */
export interface Cohort {
  /** The period's name, `'2024-03'`, or the attribute's value as text. */
  readonly label: string;
  /** The attribute's value; undefined for the cohort of a period. */
  readonly value: AttributeValue | undefined;
  /** First instant of the period, in epoch milliseconds; of an attribute's cohort, when the first member came. */
  readonly from: number;
  /** How many customers. */
  readonly size: number;
  /** Members with another event, later than their first, in their own first period. */
  readonly returnedInPeriod0: number;
  /** One a period that has begun, from period 0 on; a day that the zone skipped has none. */
  readonly cells: readonly CohortCell[];
}

/** What a cohort table rests on. */
export interface CohortDefinition extends Calendar, CohortColumnDefinition {
  /** How a customer comes into a cohort: by events, or by an attribute. */
  readonly entry: CohortEntry | 'attribute';
  /** The attribute, where one makes the cohorts. */
  readonly attribute: AttributeChoice | undefined;
  /** Which events make members; undefined for every event. */
  readonly start: EventChoiceDefinition | undefined;
  /** Which events count as coming back; undefined for every event. */
  readonly return: EventChoiceDefinition | undefined;
  /** When a member counts as retained in a period. */
  readonly match: CohortMatch;
  /** How many return events a period takes to count. */
  readonly minimumEvents: number;
  /** Of entry `'firstInWindow'`, the start of the window, in epoch milliseconds; else undefined. */
  readonly from: number | undefined;
  /** Up to when events were looked at, in epoch milliseconds. */
  readonly asOf: number;
  /** The level of the intervals. */
  readonly level: number;
  /** How the intervals are made. */
  readonly method: 'wilson';
  /** The currency of the amounts; undefined where the log names none. */
  readonly currency: string | undefined;
}

/** Cohorts by periods: a ragged table. */
export interface CohortTable {
  /** One a period from the first event to `asOf`, empty ones too; or one an attribute's value. */
  readonly cohorts: readonly Cohort[];
  /** What the table rests on. */
  readonly definition: CohortDefinition;
}
