import { checkInstant, checkOptions, checkRecord } from '../core/checks.ts';
import { pathText, refuse } from '../core/errors.ts';
import { addIssue, type IssueList, throwIssues } from '../core/issues.ts';
import type { Instant } from '../core/types.ts';
import { billingColumn } from './billing.ts';
import { takeAttributes, takeCoded, takeNumbers, takeValues } from './columns.ts';
import { compactCustomers } from './compactCustomers.ts';
import type { DraftCustomers } from './eventDraft.ts';
import { group } from './group.ts';
import type { CodedColumn, TenureLog } from './types.ts';

/** Up to when the data reach. */
export interface TenureLogOptions {
  /** The instant up to which the data tell who is a customer: an open tenure is open on it. */
  readonly asOf: Instant;
}

/** Tenure columns in input order, each value valid in itself. */
export interface TenureDraft extends Omit<TenureLog, 'kind' | 'customers' | 'offsets' | 'billing'> {
  readonly customers: DraftCustomers;
  /** Billing intervals as the texts that `billingKey` makes. */
  readonly billing: CodedColumn<string> | undefined;
  /** Where a row's field stands in what the caller gave. */
  readonly path: (row: number, field: string) => (string | number)[];
}

/** The options as milliseconds. */
export function checkTenureLogOptions(metric: string, options: TenureLogOptions): number {
  checkRecord(metric, 'options', options);
  checkOptions(metric, options, ['asOf']);
  return checkInstant(metric, 'asOf', options.asOf);
}

/** Checks what only whole rows can show, groups the rows by customer and orders them by start. */
export function finishTenureLog(issues: IssueList, draft: TenureDraft): TenureLog {
  // Bad rows first: columns are only sure to lie side by side where every row was read.
  throwIssues(issues);
  checkEnds(issues, draft);
  checkIds(issues, draft);
  throwIssues(issues);
  const { asOf, customers, from, amount, billing, currency, status, reason, ids } = draft;
  const { codes, base, count } = customers;
  const grouped = group({ codes, base, customerCount: count, at: from, amount, wantRows: true });
  const rows = grouped.rows!;
  return {
    kind: 'tenures',
    asOf,
    ...compactCustomers(grouped.offsets, customers),
    from: grouped.at,
    to: takeNumbers(draft.to, rows),
    amount: grouped.amount,
    billing: billing && billingColumn(takeCoded(billing, rows)),
    currency: currency && takeCoded(currency, rows),
    status: status && takeCoded(status, rows),
    reason: reason && takeCoded(reason, rows),
    ids: ids && takeValues(ids, rows),
    attributes: takeAttributes(draft.attributes, rows),
  };
}

function checkEnds(issues: IssueList, { from, to, path }: TenureDraft): void {
  for (let row = 0; row < from.length; row++) {
    if (to[row]! >= from[row]! || Number.isNaN(to[row]! - from[row]!)) continue;
    const rule = `at or after its start (${new Date(from[row]!).toISOString()})`;
    addIssue(issues, 'reversed-interval', path(row, 'to'), rule, new Date(to[row]!));
  }
}

function checkIds(issues: IssueList, { ids, path }: TenureDraft): void {
  const firstOf = new Map<string | number, number>();
  ids?.forEach((id, row) => {
    const first = firstOf.get(id);
    if (first === undefined) firstOf.set(id, row);
    else
      addIssue(issues, 'duplicate-id', path(row, 'id'), `in no row before (${pathText(path(first, 'id'))} has it)`, id);
  });
}

/** Refuses logs that were observed up to different instants. */
export function checkSameAsOf(metric: string, logs: readonly TenureLog[]): void {
  const [first] = logs;
  const other = logs.find((log) => log.asOf !== first?.asOf);
  if (other !== undefined && first !== undefined)
    refuse(
      'unlike-definitions',
      metric,
      ['asOf'],
      `that of the first log (${new Date(first.asOf).toISOString()})`,
      new Date(other.asOf),
    );
}
