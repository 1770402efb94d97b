import type { EventLog } from '../log/types.ts';
import { periodAt } from '../time/periodAt.ts';
import type { PeriodIndex } from '../time/types.ts';
import { accumulate } from './accumulate.ts';
import type { CohortRules } from './cohortRules.ts';
import type { CustomerGroups } from './customerGroups.ts';
import { addAmount, emptyPeriods, type OwnPeriods, readPeriods } from './ownPeriods.ts';
import { type ActivityTally, emptyTally, triangleRow } from './tallyActivity.ts';

/** What a pass over the log by rules of entry and match is made of. */
interface Pass {
  readonly log: EventLog;
  readonly index: PeriodIndex;
  readonly rules: CohortRules;
  readonly tally: ActivityTally;
  /** The customer's periods with return events, of which the first `known` are read. */
  readonly own: OwnPeriods;
  known: number;
}

/** One pass over the log by rules of entry and match; events from `asOf` on are not looked at. */
export function tallyEntries(
  log: EventLog,
  index: PeriodIndex,
  asOf: number,
  groups: CustomerGroups,
  rules: CohortRules,
): ActivityTally {
  const groupCount = groups.values.length;
  const tally = emptyTally(index.count, groupCount);
  const pass: Pass = { log, index, rules, tally, own: emptyPeriods(index.count), known: 0 };
  for (let customer = 0; customer < groups.codes.length; customer++) {
    const start = log.offsets[customer]!;
    let end = log.offsets[customer + 1]!;
    while (end > start && log.at[end - 1]! >= asOf) end--;
    let row = firstEntry(rules, start, end);
    if (row < end) pass.known = readPeriods(log, index, rules.returned, pass.own, row, end);
    while (row < end) {
      const first = periodAt(index, log.at[row]!);
      const periodEnd = index.boundaries[first + 1]!;
      enterCohort(pass, groups.codes[customer]!, first);
      followPeriod0(pass, groups.codes[customer]!, { first, row, from: sameInstant(log.at, start, row), end });
      if (rules.entry !== 'recurring') break;
      while (row < end && (log.at[row]! < periodEnd || rules.start?.[row] === 0)) row++;
    }
  }
  accumulate(tally, index.count, groupCount, rules.match);
  return tally;
}

/** The row with which a customer comes into a cohort; `end` where with none. */
function firstEntry({ entry, start, named }: CohortRules, first: number, end: number): number {
  const chosen = entry === 'firstEver' ? named : start;
  let row = first;
  while (row < end && chosen?.[row] === 0) row++;
  return row < end && start?.[row] === 0 ? end : row;
}

/** The first row of the customer at the instant of a row. */
function sameInstant(at: Float64Array, start: number, row: number): number {
  let first = row;
  while (first > start && at[first - 1] === at[row]) first--;
  return first;
}

/** Counts a member, and marks the later periods in which they are retained: `accumulate` makes the counts of some matches. */
function enterCohort({ log, index, rules, tally, own, known }: Pass, group: number, first: number): void {
  const { count, boundaries } = index;
  const cell0 = group * triangleRow(count, count) + triangleRow(first, count) - first;
  tally.sizes[group * count + first]!++;
  tally.active[cell0 + first]!++;
  let next = periodAfter(boundaries, first);
  let [earliest, latest] = [-1, -1];
  for (let place = 0; place < known; place++) {
    const period = own.period[place]!;
    if (period <= first || own.events[place]! < rules.minimumEvents) continue;
    if (rules.match === 'streak' && period !== next) break;
    next = periodAfter(boundaries, period);
    if (earliest === -1) earliest = period;
    latest = period;
    if (rules.match === 'on') tally.active[cell0 + period]!++;
    if (log.amount === undefined) continue;
    addAmount(tally.amounts, tally.lost, cell0 + period, own.amount[place]!);
    tally.lost[cell0 + period]! += own.lost[place]!;
  }
  if (latest === -1 || rules.match === 'on') return;
  tally.active[cell0 + (rules.match === 'onOrBefore' ? earliest : latest)]!++;
}

/** The next period that is not one that the zone skipped. */
function periodAfter(boundaries: Float64Array, period: number): number {
  let next = period + 1;
  while (boundaries[next] === boundaries[next + 1] && next + 1 < boundaries.length) next++;
  return next;
}

/** A member's first period, the row with which they came, the first row of that instant, and where their rows end. */
interface Coming {
  readonly first: number;
  readonly row: number;
  readonly from: number;
  readonly end: number;
}

/** What a member did in the period in which they came, from that instant on. */
function followPeriod0({ log, index, rules, tally }: Pass, group: number, { first, row, from, end }: Coming): void {
  const { count, boundaries } = index;
  const { at, amount } = log;
  const cell = group * triangleRow(count, count) + triangleRow(first, count);
  let hasReturned = false;
  for (let event = from; event < end && at[event]! < boundaries[first + 1]!; event++) {
    if (rules.returned?.[event] === 0) continue;
    if (at[event]! > at[row]! || (!rules.isSame && event !== row)) hasReturned = true;
    if (amount !== undefined) addAmount(tally.amounts, tally.lost, cell, amount[event]!);
  }
  if (hasReturned) tally.returned[group * count + first]!++;
}
