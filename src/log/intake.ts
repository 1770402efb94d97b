// What is done with refunds and repeated rows before a log is built.
import { pathText, refuse } from '../core/errors.ts';
import { addIssue, type IssueList, issueList, throwIssues } from '../core/issues.ts';
import type { EventDraft } from './eventDraft.ts';
import type { DuplicateRule, EventIntake, RefundRule } from './types.ts';

/** The rules in force, with what they left of the rows. */
export interface Intake {
  /** Rows to keep, in input order; undefined where all are. */
  readonly rows: Int32Array | undefined;
  /** Amounts of all input rows, refunds taken off. */
  readonly amount: Float64Array | undefined;
  readonly summary: EventIntake;
}

interface Rules {
  readonly refunds: RefundRule;
  readonly duplicates: DuplicateRule;
}

/** Amounts that are not whole may miss zero by this share of the order, by rounding. */
const ROUNDING = 8 * Number.EPSILON;

/** Applies the rules to the rows of a draft. */
export function takeIn(metric: string, draft: EventDraft, rules: Rules): Intake {
  const rows = draft.at.length;
  const summary = { rows, ...rules, refundsDropped: 0, refundsNetted: 0, duplicatesDropped: 0 };
  if (rules.refunds === 'net' && draft.ids === undefined)
    refuse('missing-field', metric, ['id'], 'given where refunds are netted', undefined);
  if (rules.refunds !== 'keep' && rules.refunds !== 'refuse' && draft.amount === undefined)
    refuse('missing-field', metric, ['amount'], `given where refunds are '${rules.refunds}'`, undefined);
  if (draft.ids === undefined && rules.refunds !== 'drop') return { rows: undefined, amount: draft.amount, summary };

  const issues = issueList(metric);
  const apart = rules.refunds === 'drop' || rules.refunds === 'net';
  const isRefund = (row: number): boolean => apart && draft.amount![row]! < 0;
  const firstOf = new Map<string | number, number>();
  const kept: number[] = [];
  for (let row = 0; row < rows; row++) {
    if (isRefund(row)) continue;
    if (draft.ids === undefined || isFirst(draft, rules, firstOf, row, issues)) kept.push(row);
    else summary.duplicatesDropped++;
  }
  const refunds = rows - kept.length - summary.duplicatesDropped;
  if (rules.refunds === 'drop') summary.refundsDropped = refunds;
  else summary.refundsNetted = refunds;
  const net = rules.refunds === 'net' && refunds > 0;
  const amount = net ? netAmounts(draft, isRefund, firstOf, issues) : draft.amount;
  throwIssues(issues);
  return { rows: kept.length === rows ? undefined : Int32Array.from(kept), amount, summary };
}

/** Whether a row is to be kept by its id; a repeated id that the rules do not allow is noted. */
function isFirst(
  draft: EventDraft,
  rules: Rules,
  firstOf: Map<string | number, number>,
  row: number,
  issues: IssueList,
): boolean {
  const id = draft.ids![row]!;
  const first = firstOf.get(id);
  if (first === undefined) {
    firstOf.set(id, row);
    return true;
  }
  if (rules.duplicates === 'keep') return true;
  if (rules.duplicates === 'refuse')
    addIssue(
      issues,
      'duplicate-id',
      draft.path(row, 'id'),
      `in no row before (${where(draft, first, 'id')} has it)`,
      id,
    );
  else if (!isSameEvent(draft, first, row))
    addIssue(
      issues,
      'conflicting-duplicate',
      draft.path(row, 'id'),
      `of the same event as ${where(draft, first, 'id')}`,
      id,
    );
  return false;
}

function where(draft: EventDraft, row: number, field: string): string {
  return pathText(draft.path(row, field));
}

function isSameEvent(draft: EventDraft, one: number, other: number): boolean {
  const { at, amount } = draft;
  const sameAmount = amount === undefined || amount[one] === amount[other];
  return isSamePayer(draft, one, other) && at[one] === at[other] && sameAmount;
}

/** The amounts with each refund taken off its order. */
function netAmounts(
  draft: EventDraft,
  isRefund: (row: number) => boolean,
  orderOf: Map<string | number, number>,
  issues: IssueList,
): Float64Array {
  const gross = draft.amount!;
  const net = gross.slice();
  for (let row = 0; row < gross.length; row++) {
    if (!isRefund(row)) continue;
    const order = orderOf.get(draft.ids![row]!);
    if (order === undefined || !isSamePayer(draft, order, row)) {
      const rule = 'the id of an order of the same customer and currency';
      addIssue(issues, 'unmatched-refund', draft.path(row, 'id'), rule, draft.ids![row]);
      continue;
    }
    const left = net[order]! + gross[row]!;
    net[order] = Math.abs(left) <= ROUNDING * gross[order]! ? 0 : left;
    if (net[order]! < 0)
      addIssue(
        issues,
        'below-limit',
        draft.path(row, 'amount'),
        `at most ${where(draft, order, 'amount')}`,
        gross[row],
      );
  }
  return net;
}

/** Whether two rows are of one customer and one currency. */
function isSamePayer({ customers, currency }: EventDraft, one: number, other: number): boolean {
  const sameCurrency = currency === undefined || currency.codes[one] === currency.codes[other];
  return customers.codes[one] === customers.codes[other] && sameCurrency;
}
