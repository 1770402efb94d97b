import { checkOneOf, checkOptions } from '../core/checks.ts';
import type { CustomerId } from '../core/types.ts';
import { takeAttributes, takeCoded, takeNumbers, takeValues } from './columns.ts';
import { compactCustomers } from './compactCustomers.ts';
import { firstInstant } from './firstInstant.ts';
import { group } from './group.ts';
import { takeIn } from './intake.ts';
import type { DuplicateRule, EventLog, RefundRule } from './types.ts';

/** How rows of negative amount and repeated rows are taken. */
export interface EventLogOptions {
  /**
   * A row of negative amount is refused (default), left out (`'drop'`), taken off the order of the same id, customer
   * and currency (`'net'`; needs the `id` field), or kept with its sign (`'keep'`: points ledgers, cash flows).
   */
  readonly refunds?: RefundRule;
  /**
   * A row whose id came before is refused (default), left out where customer, instant, amount and currency are the
   * same (`'drop'`; where they differ it is refused), or kept (`'keep'`). Without the `id` field every row is kept.
   */
  readonly duplicates?: DuplicateRule;
}

/** Customers as codes: the code less `base` is the place in `values`; without values the code is the id itself. */
export interface DraftCustomers {
  readonly codes: ArrayLike<number>;
  readonly base: number;
  readonly count: number;
  readonly values: ArrayLike<CustomerId> | undefined;
}

/** Event columns in input order, each value valid in itself. */
export interface EventDraft extends Omit<EventLog, 'kind' | 'customers' | 'offsets' | 'earliest' | 'intake'> {
  readonly customers: DraftCustomers;
  /** Where a row's field stands in what the caller gave. */
  readonly path: (row: number, field: string) => (string | number)[];
}

/** The options with their defaults, or an error that names the one that is wrong. */
export function checkEventLogOptions(metric: string, options: EventLogOptions): Required<EventLogOptions> {
  checkOptions(metric, options, ['refunds', 'duplicates']);
  const { refunds = 'refuse', duplicates = 'refuse' } = options;
  checkOneOf(metric, 'refunds', refunds, ['refuse', 'drop', 'net', 'keep']);
  checkOneOf(metric, 'duplicates', duplicates, ['refuse', 'drop', 'keep']);
  return { refunds, duplicates };
}

/** Applies the rules, groups the rows by customer and puts them in order of time. */
export function finishEventLog(metric: string, draft: EventDraft, rules: Required<EventLogOptions>): EventLog {
  const intake = takeIn(metric, draft, rules);
  const kept =
    intake.rows === undefined ? { ...draft, amount: intake.amount } : keepRows(draft, intake.rows, intake.amount);
  const { customers, name, currency, ids, attributes } = kept;
  const wantRows = (name ?? currency ?? ids) !== undefined || attributes.length > 0;
  const { codes, base, count } = customers;
  const grouped = group({ codes, base, customerCount: count, at: kept.at, amount: kept.amount, wantRows });
  const rows = grouped.rows ?? new Int32Array(0);
  return {
    kind: 'events',
    ...compactCustomers(grouped.offsets, customers),
    at: grouped.at,
    earliest: firstInstant(grouped.offsets, grouped.at),
    amount: grouped.amount,
    name: name && takeCoded(name, rows),
    currency: currency && takeCoded(currency, rows),
    ids: ids && takeValues(ids, rows),
    attributes: takeAttributes(attributes, rows),
    intake: intake.summary,
  };
}

function keepRows(draft: EventDraft, rows: Int32Array, amount: Float64Array | undefined): EventDraft {
  const { customers, name, currency, ids } = draft;
  return {
    customers: { ...customers, codes: Int32Array.from(rows, (row) => customers.codes[row]!) },
    at: takeNumbers(draft.at, rows),
    amount: amount && takeNumbers(amount, rows),
    name: name && takeCoded(name, rows),
    currency: currency && takeCoded(currency, rows),
    ids: ids && takeValues(ids, rows),
    attributes: takeAttributes(draft.attributes, rows),
    path: draft.path,
  };
}
