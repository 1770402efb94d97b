import { checkInstant, checkLevel, checkOneOf } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { Instant, LevelOptions } from '../core/types.ts';
import { checkEventLog, checkOneCurrency, currencyOf } from '../log/checkLog.ts';
import { firstInstant } from '../log/firstInstant.ts';
import type { EventLog } from '../log/types.ts';
import { levelDeviate } from '../statistics/levelDeviate.ts';
import { checkCalendar } from '../time/checkCalendar.ts';
import { layPeriods } from '../time/layPeriods.ts';
import { periodLabels } from '../time/periodLabels.ts';
import type { PeriodOptions } from '../time/types.ts';
import { type CellSource, cohortCells } from './cohortCells.ts';
import {
  type CohortEntry,
  type CohortRuleOptions,
  choiceDefinition,
  isPlain,
  RULE_OPTIONS,
  readRules,
} from './cohortRules.ts';
import { attributeGroups, type CustomerGroups, oneGroup } from './customerGroups.ts';
import { tallyActivity, triangleRow } from './tallyActivity.ts';
import { tallyEntries } from './tallyEntries.ts';
import type { Cohort, CohortTable } from './types.ts';

/** How cohorts are made and followed. */
export interface CohortTableOptions extends PeriodOptions, LevelOptions, CohortRuleOptions {
  /** The instant up to which the log tells; events from it on are not looked at. */
  readonly asOf: Instant;
  /** One of the log's own columns: its values are the cohorts. Unless told, the period of the first event is. */
  readonly attribute?: string;
  /** Which value of an attribute that changes counts; `'first'` unless told. */
  readonly value?: 'first' | 'last';
}

const METRIC = 'cohortTable';
/** A table of more cells would not fit memory as records. */
const MAX_CELLS = 2 ** 22;

/**
 * Who came when, and who of them was active how many periods later.
 *
 * A customer's first event of all makes the cohort, or an attribute does; a member is retained in a period of the
 * calendar with at least one event in it: both unless told otherwise by `start`, `return`, `entry`, `match` and
 * `minimumEvents`. Amounts are those of return events: of the period itself where it counts as retained, and by
 * `'onOrAfter'` of it and later ones, by `'onOrBefore'` of it and all before. The table is ragged: what has not begun by `asOf` has no cell, what is
 * still under way is marked partial. An attribute's cohort counts periods from each member's own first one, and each
 * of its cells is about the members whose period has ended; where no member's has, about those whose has begun.
 *
 * @param log - what customers did; every event counts, so filter first where only orders should
 * @param options - period, zone, `asOf`, and what makes a cohort
 * @returns cohorts in order of time, or of the attribute's first appearance
 * @throws InputError `not-a-log`, `unknown-option`, `not-an-option`, `unknown-time-zone`, `not-an-instant`,
 * `unknown-field`, `mixed-currencies`, `too-many-periods`; for rules also `not-a-text`, `missing-field` (a name in a log
 * without names), `not-a-function`, `not-a-count`, `below-limit`
 * @complexity one pass over the log, plus the cells
 * @example
 * const day = (month: number, date: number): number => Date.UTC(2024, month - 1, date);
 * const log = eventLogFromColumns({
 *   customer: ['ada', 'bob', 'ada', 'cyd', 'ada'],
 *   at: [day(1, 5), day(1, 9), day(2, 1), day(2, 3), day(3, 8)],
 * });
 * const table = cohortTable(log, { period: 'month', asOf: day(3, 10) });
 * table.cohorts.map((cohort) => [cohort.label, ...cohort.cells.map((cell) => cell.retained)])
 * // [['2024-01', 2, 1, 1], ['2024-02', 1, 0], ['2024-03', 0]]
 * table.cohorts[0].cells[2].state // 'partial'
 */
export function cohortTable(log: EventLog, options: CohortTableOptions): CohortTable {
  checkEventLog(METRIC, log);
  const calendar = checkCalendar(METRIC, options, ['asOf', 'attribute', 'value', 'level', ...RULE_OPTIONS]);
  const asOf = checkInstant(METRIC, 'asOf', options.asOf);
  const { attribute, value = 'first', level = 0.95 } = options;
  checkLevel(METRIC, level);
  const rules = readRules(METRIC, log, options);
  checkAttribute(options, rules.entry);
  checkOneCurrency(METRIC, log);
  const groups = attribute === undefined ? oneGroup(log) : attributeGroups(log, attribute, value, asOf);
  const from = Math.min(firstInstant(log.offsets, log.at), asOf);
  const index = layPeriods(METRIC, { ...calendar, from, to: asOf });
  if (triangleRow(index.count, index.count) * groups.values.length > MAX_CELLS)
    refuse('too-many-periods', METRIC, ['period'], `long enough for at most ${MAX_CELLS} cells`, calendar.period);
  const tally = isPlain(rules)
    ? tallyActivity(log, index, asOf, groups.codes, groups.values.length)
    : tallyEntries(log, index, asOf, groups, rules);
  const z = levelDeviate(level);
  const source = { index, tally, asOf, z, hasAmounts: log.amount !== undefined };
  return {
    cohorts: attribute === undefined ? periodCohorts(source) : attributeCohorts(source, groups),
    definition: {
      ...calendar,
      entry: attribute === undefined ? rules.entry : 'attribute',
      attribute: attribute === undefined ? undefined : { name: attribute, value },
      start: choiceDefinition(options.start),
      return: choiceDefinition(options.return ?? options.start),
      match: rules.match,
      minimumEvents: rules.minimumEvents,
      clock: 'calendar',
      columns: calendar,
      blockLength: undefined,
      floorTo: undefined,
      brackets: undefined,
      lastPeriod: undefined,
      base: 'cohort',
      from: undefined,
      asOf,
      level,
      method: 'wilson',
      currency: currencyOf(log),
    },
  };
}

function checkAttribute({ attribute, value }: CohortTableOptions, entry: CohortEntry): void {
  if (value !== undefined) checkOneOf(METRIC, 'value', value, ['first', 'last']);
  if (attribute === undefined && value !== undefined)
    refuse('not-an-option', METRIC, ['value'], 'left out where no "attribute" is given', value);
  if (attribute !== undefined && entry === 'recurring')
    refuse(
      'not-an-option',
      METRIC,
      ['entry'],
      'other than \'recurring\' where an "attribute" makes the cohorts',
      entry,
    );
}

function periodCohorts(source: CellSource): Cohort[] {
  const { boundaries } = source.index;
  const { sizes, returned } = source.tally;
  return periodLabels(source.index).flatMap((label, first) => {
    if (boundaries[first] === boundaries[first + 1]) return [];
    return [
      {
        label,
        value: undefined,
        from: boundaries[first]!,
        size: sizes[first]!,
        returnedInPeriod0: returned[first]!,
        cells: cohortCells(source, 0, [first]),
      },
    ];
  });
}

function attributeCohorts(source: CellSource, groups: CustomerGroups): Cohort[] {
  const { count } = source.index;
  const total = (counts: Int32Array, group: number): number =>
    counts.subarray(group * count, (group + 1) * count).reduce((sum, size) => sum + size, 0);
  return groups.values.flatMap((value, group) => {
    const size = total(source.tally.sizes, group);
    if (size === 0) return [];
    const firsts = Array.from({ length: count }, (_, first) => first).filter(
      (first) => source.tally.sizes[group * count + first]! > 0,
    );
    return [
      {
        label: String(value),
        value,
        from: groups.firstAt[group]!,
        size,
        returnedInPeriod0: total(source.tally.returned, group),
        cells: cohortCells(source, group, firsts),
      },
    ];
  });
}
