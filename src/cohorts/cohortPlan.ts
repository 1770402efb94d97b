import { refuse } from '../core/errors.ts';
import type { EventLog } from '../log/types.ts';
import { layPeriods } from '../time/layPeriods.ts';
import { MAX_PERIODS } from '../time/maxPeriods.ts';
import { periodAt } from '../time/periodAt.ts';
import type { Calendar, PeriodIndex } from '../time/types.ts';
import type { CohortColumnDefinition } from './cohortColumns.ts';
import type { CohortRules } from './cohortRules.ts';
import { type ColumnLayout, layColumns } from './columnLayout.ts';
import type { CustomerGroups } from './customerGroups.ts';

/** What the cohorts of a log are found by: read once, before any event is looked at. */
export interface CohortPlan {
  readonly log: EventLog;
  readonly rules: CohortRules;
  readonly columns: CohortColumnDefinition;
  readonly asOf: number;
  /** The start of the window of entry `'firstInWindow'`, else -Infinity. */
  readonly from: number;
  /** Customers told apart; undefined where all are of one group. */
  readonly groups: CustomerGroups | undefined;
  /** Whether the groups are the cohorts, or have cohorts of periods each. */
  readonly isByAttribute: boolean;
  /** The periods that cohorts come in. */
  readonly cohortIndex: PeriodIndex;
  /** The periods that columns count by the calendar. */
  readonly columnIndex: PeriodIndex;
  readonly layout: ColumnLayout;
  /** Whether the zone skipped one of the columns' periods. */
  readonly hasSkips: boolean;
  /** Where each cohort's row of cells begins, and where the last ends. */
  readonly rows: Int32Array;
}

/** How many periods have ended and have begun for a member, and the first of them in the calendar of the columns. */
export interface MemberSpan {
  first: number;
  ended: number;
  begun: number;
}

/** A table of more cells would not fit memory as records. */
const MAX_CELLS = 2 ** 22;

/** Everything but the rows, whose lengths the rest tells. */
type Draft = Omit<CohortPlan, 'rows' | 'layout' | 'hasSkips' | 'cohortIndex' | 'columnIndex'>;

/** Lays out cohorts and columns; `first` is the first instant that may make a cohort. */
export function planCohorts(metric: string, draft: Draft, calendar: Calendar, first: number): CohortPlan {
  const { asOf, columns } = draft;
  const cohortIndex = layPeriods(metric, { ...calendar, from: first, to: asOf });
  const isSame = columns.columns === calendar || columns.clock === 'elapsed';
  const columnIndex = isSame ? cohortIndex : layPeriods(metric, { ...columns.columns, from: first, to: asOf });
  const span = { first: 0, ended: 0, begun: 0 };
  const laid = { ...draft, cohortIndex, columnIndex };
  if (first < asOf) readSpan(laid, cohortStart(laid, 0), span);
  const periods = span.begun;
  if (periods > MAX_PERIODS) refuseSize(metric, laid);
  const layout = layColumns(columns, periods);
  const hasSkips =
    columns.clock === 'calendar' && columnIndex.boundaries.some((start, place, all) => start === all[place + 1]);
  return { ...laid, layout, hasSkips, rows: layRows(metric, laid, layout) };
}

/** Reads the span of a member who came at an instant. */
export function readSpan(
  { columns, columnIndex, asOf }: Pick<CohortPlan, 'columns' | 'columnIndex' | 'asOf'>,
  at: number,
  span: MemberSpan,
): void {
  const { blockLength } = columns;
  if (blockLength !== undefined) {
    const time = (asOf - anchorOf(columns, at)) / blockLength;
    span.first = 0;
    span.ended = Math.floor(time);
    span.begun = Math.ceil(time);
    return;
  }
  const { count, boundaries } = columnIndex;
  span.first = periodAt(columnIndex, Math.max(at, boundaries[0]!));
  span.begun = count - span.first;
  span.ended = boundaries[count]! <= asOf ? span.begun : span.begun - 1;
}

/** The instant from which a member's blocks are counted. */
export function anchorOf({ floorTo }: CohortColumnDefinition, at: number): number {
  return floorTo === 'hour' ? Math.floor(at / 36e5) * 36e5 : at;
}

/** The first instant at which one might come into a cohort of a period. */
export function cohortStart({ cohortIndex, from }: Pick<CohortPlan, 'cohortIndex' | 'from'>, period: number): number {
  return Math.max(cohortIndex.boundaries[period]!, from);
}

function layRows(
  metric: string,
  plan: Omit<CohortPlan, 'rows' | 'layout' | 'hasSkips'>,
  layout: ColumnLayout,
): Int32Array {
  const { groups, isByAttribute, cohortIndex } = plan;
  const groupCount = groups === undefined ? 1 : groups.values.length;
  const span = { first: 0, ended: 0, begun: 0 };
  const lengths = Array.from({ length: isByAttribute ? 1 : cohortIndex.count }, (_, period) => {
    if (isByAttribute) return layout.count;
    readSpan(plan, cohortStart(plan, period), span);
    return layout.begunOf[span.begun]!;
  });
  if (lengths.reduce((sum, length) => sum + length, 0) * groupCount > MAX_CELLS) refuseSize(metric, plan);
  const rows = new Int32Array(lengths.length * groupCount + 1);
  for (let cohort = 0; cohort + 1 < rows.length; cohort++)
    rows[cohort + 1] = rows[cohort]! + lengths[cohort % lengths.length]!;
  return rows;
}

/** Says from when on, since a date that was misread is often why. */
function refuseSize(metric: string, { columns, cohortIndex }: Pick<CohortPlan, 'columns' | 'cohortIndex'>): never {
  const since = new Date(cohortIndex.boundaries[0]!).toISOString();
  const rule = `long enough, or "lastPeriod" early enough, for at most ${MAX_CELLS} cells since ${since}`;
  refuse('too-many-periods', metric, ['period'], rule, columns.columns.period);
}
