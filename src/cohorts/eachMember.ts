import { periodAt } from '../time/periodAt.ts';
import { anchorOf, type CohortPlan, type MemberSpan, readSpan } from './cohortPlan.ts';
import type { CohortRules } from './cohortRules.ts';
import { matchColumns } from './matchColumns.ts';
import { addAmount, emptyPeriods, type OwnPeriods, readBlocks, readPeriods } from './ownPeriods.ts';

/** One customer in one cohort, and what they did in each column: written over by the next. */
export interface Member {
  cohort: number;
  /** The instant at which they came. */
  at: number;
  /** How many columns have ended for them. */
  ended: number;
  /** How many have begun. */
  begun: number;
  /** Whether there was another event, later than their first, in their own first period. */
  hasReturned: boolean;
  readonly span: MemberSpan;
  /** 1 for each column in which they are retained; one entry more, for what lies behind the last. */
  readonly retained: Uint8Array;
  /** Their amounts in each of these; in the others what a member before left there. */
  readonly amounts: Float64Array;
  /** What rounding lost of them. */
  readonly lost: Float64Array;
}

/** The rows of a customer that matter: those of the first start on, before the end of time. */
interface OwnRows {
  /** The row with which the customer comes in. */
  row: number;
  /** The first row of that instant. */
  from: number;
  /** The first row that is not looked at. */
  end: number;
}

/** Gives every member of every cohort, or of the only one asked for, to `visit`, customer by customer. */
export function eachMember(plan: CohortPlan, visit: (member: Member, customer: number) => void, only?: number): void {
  const { log, rules, asOf, cohortIndex } = plan;
  const { at, offsets } = log;
  const member = emptyMember(plan.layout.count);
  const own = emptyPeriods(plan.layout.columnOf.length);
  for (let customer = 0; customer + 1 < offsets.length; customer++) {
    let start = offsets[customer]!;
    let end = offsets[customer + 1]!;
    while (end > start && at[end - 1]! >= asOf) end--;
    while (start < end && at[start]! < plan.from) start++;
    let row = firstEntry(rules, start, end);
    let isRead = false;
    while (row < end) {
      const periodEnd = cohortIndex.boundaries[periodAt(cohortIndex, at[row]!) + 1]!;
      member.cohort = cohortOf(plan, customer, at[row]!);
      if (only === undefined || member.cohort === only) {
        if (!isRead) readOwn(plan, own, row, end);
        isRead = true;
        readMember(plan, member, own, { row, from: sameInstant(at, start, row), end });
        visit(member, customer);
      }
      if (rules.entry !== 'recurring') break;
      while (row < end && (at[row]! < periodEnd || rules.start?.[row] === 0)) row++;
    }
  }
}

/** A member of whom nothing is known yet, with room for so many columns. */
export function emptyMember(columns: number): Member {
  return {
    ...{ cohort: 0, at: 0, ended: 0, begun: 0, hasReturned: false },
    span: { first: 0, ended: 0, begun: 0 },
    retained: new Uint8Array(columns + 1),
    amounts: new Float64Array(columns + 1),
    lost: new Float64Array(columns + 1),
  };
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

/** The place of a cohort: of the group, or of the period within the group. */
function cohortOf({ groups, isByAttribute, cohortIndex }: CohortPlan, customer: number, at: number): number {
  const group = groups === undefined ? 0 : groups.codes[customer]!;
  return isByAttribute ? group : group * cohortIndex.count + periodAt(cohortIndex, at);
}

function readOwn(plan: CohortPlan, own: OwnPeriods, row: number, end: number): void {
  const { blockLength } = plan.columns;
  if (blockLength === undefined) readPeriods(plan, own, row, end);
  else readBlocks(plan, own, row, end, { anchor: anchorOf(plan.columns, plan.log.at[row]!), length: blockLength });
}

/** What a member did, column by column: first the periods as they are, then by the rule of the match. */
function readMember(plan: CohortPlan, member: Member, own: OwnPeriods, rows: OwnRows): void {
  readColumns(plan, member, own, plan.log.at[rows.row]!);
  readPeriod0(plan, member, rows);
  matchColumns(plan, member);
}

/** What a member who came at an instant did in each column but the first, of the periods as they are. */
export function readColumns(plan: CohortPlan, member: Member, own: OwnPeriods, at: number): void {
  const { layout, rules } = plan;
  const { span, retained, amounts, lost } = member;
  readSpan(plan, at, span);
  member.ended = layout.endedOf[span.ended]!;
  member.begun = layout.begunOf[span.begun]!;
  member.at = at;
  // What lies behind the columns that have begun is not looked at, but for the last entry.
  retained.fill(0, 0, member.begun);
  retained[layout.count] = 0;
  retained[0] = 1;
  amounts[0] = 0;
  lost[0] = 0;
  for (let place = 0; place < own.known; place++) {
    const period = own.period[place]! - span.first;
    if (period <= 0 || own.events[place]! < rules.minimumEvents) continue;
    const column = layout.columnOf[period]!;
    if (column < 0) continue;
    if (retained[column] === 0) {
      retained[column] = 1;
      amounts[column] = 0;
      lost[column] = 0;
    }
    addAmount(amounts, lost, column, own.amount[place]!);
    lost[column]! += own.lost[place]!;
  }
}

/** What a member did in the period in which they came, from that instant on. */
function readPeriod0(plan: CohortPlan, member: Member, { row, from, end }: OwnRows): void {
  const { log, rules, columns, columnIndex } = plan;
  const { at, amount } = log;
  const { blockLength } = columns;
  const periodEnd =
    blockLength === undefined
      ? columnIndex.boundaries[member.span.first + 1]!
      : anchorOf(columns, at[row]!) + blockLength;
  member.hasReturned = false;
  for (let event = from; event < end && at[event]! < periodEnd; event++) {
    if (rules.returned?.[event] === 0) continue;
    if (at[event]! > at[row]! || (!rules.isSame && event !== row)) member.hasReturned = true;
    if (amount !== undefined) addAmount(member.amounts, member.lost, 0, amount[event]!);
  }
}
