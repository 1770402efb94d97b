import { refuse } from '../core/errors.ts';
import { periodAt } from '../time/periodAt.ts';
import type { CohortPlan } from './cohortPlan.ts';
import type { CustomerPeriods } from './customerPeriods.ts';
import { emptyMember, type Member, readColumns } from './eachMember.ts';
import { matchColumns } from './matchColumns.ts';
import { addAmount, emptyPeriods, type OwnPeriods } from './ownPeriods.ts';

/** Rows of customers and periods with the place of each row's period in the index. */
export interface PlacedRows extends CustomerPeriods {
  readonly periods: Int32Array;
}

/** Refuses rows that are not those of the periods of the index, and gives their places in it. */
export function placeRows(metric: string, rows: CustomerPeriods, { columnIndex }: CohortPlan): PlacedRows {
  const { boundaries } = columnIndex;
  const periods = new Int32Array(rows.start.length);
  for (let row = 0; row < periods.length; row++) {
    const period = periodAt(columnIndex, rows.firstAt[row]!);
    periods[row] = period;
    if (rows.start[row] !== boundaries[period]) {
      const rule = `the start of the period that holds "firstAt" (${new Date(boundaries[period]!).toISOString()})`;
      refuse('unlike-definitions', metric, ['periods', 'start', row], rule, new Date(rows.start[row]!));
    }
    if (rows.lastAt[row]! >= boundaries[period + 1]!) {
      const rule = `before the end of the period (${new Date(boundaries[period + 1]!).toISOString()})`;
      refuse('unlike-definitions', metric, ['periods', 'lastAt', row], rule, new Date(rows.lastAt[row]!));
    }
  }
  return { ...rows, periods };
}

/** Gives every member of every cohort to `visit`, as `eachMember` does, from rows instead of events. */
export function eachPeriodMember(plan: CohortPlan, rows: PlacedRows, visit: (member: Member) => void): void {
  const { offsets, periods, firstAt } = rows;
  const member = emptyMember(plan.layout.count);
  const own = emptyPeriods(plan.layout.columnOf.length);
  for (let customer = 0; customer + 1 < offsets.length; customer++) {
    const end = plan.rules.entry === 'recurring' ? offsets[customer + 1]! : offsets[customer]! + 1;
    readRows(own, rows, customer);
    for (let row = offsets[customer]!; row < end; row++) {
      member.cohort = periods[row]!;
      readColumns(plan, member, own, firstAt[row]!);
      readRow0(member, rows, row);
      matchColumns(plan, member);
      visit(member);
    }
  }
}

function readRows(own: OwnPeriods, { offsets, periods, events, amount, lost }: PlacedRows, customer: number): void {
  own.known = 0;
  for (let row = offsets[customer]!; row < offsets[customer + 1]!; row++) {
    own.period[own.known] = periods[row]!;
    own.events[own.known] = events[row]!;
    own.amount[own.known] = amount === undefined ? 0 : amount[row]!;
    own.lost[own.known++] = lost === undefined ? 0 : lost[row]!;
  }
}

/** What a member did in the period in which they came, which is that of the row. */
function readRow0(member: Member, { firstAt, lastAt, amount, lost }: PlacedRows, row: number): void {
  member.hasReturned = lastAt[row]! > firstAt[row]!;
  if (amount === undefined) return;
  addAmount(member.amounts, member.lost, 0, amount[row]!);
  member.lost[0]! += lost![row]!;
}
