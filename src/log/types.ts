import type { AttributeValue, CustomerId } from '../core/types.ts';
import type { CalendarPeriod } from '../time/types.ts';

/** A column of few different values: `values[codes[i]]` is the value of row i. Arrow calls it a dictionary vector. */
export interface CodedColumn<Value> {
  /** Place in `values`, one a row. */
  readonly codes: Int32Array;
  /** The different values, each once. */
  readonly values: readonly Value[];
}

/** A named column of the caller's own. */
export interface AttributeColumn extends CodedColumn<AttributeValue> {
  /** What the caller calls it. */
  readonly name: string;
}

/** One of the caller's own columns, and which of a customer's values in it counts. */
export interface AttributeChoice {
  /** The name of the column. */
  readonly name: string;
  /** Which value of one that changes counts. */
  readonly value: 'first' | 'last';
}

/** How often a recurring amount is billed: every `every` periods of this length. */
export interface BillingInterval {
  /** The calendar period. */
  readonly period: CalendarPeriod;
  /** How many of them lie between two bills; 1 for monthly, 3 for every three months. */
  readonly every: number;
}

/** What happens to a row of negative amount. */
export type RefundRule = 'refuse' | 'drop' | 'net' | 'keep';

/** What happens to a row whose id came before. */
export type DuplicateRule = 'refuse' | 'drop' | 'keep';

/** What an event log was made from, and by which rules. */
export interface EventIntake {
  /** Rows that came in. */
  readonly rows: number;
  /** What happened to rows of negative amount. */
  readonly refunds: RefundRule;
  /** Rows of negative amount left out, by `refunds: 'drop'`. */
  readonly refundsDropped: number;
  /** Rows of negative amount taken off their order, by `refunds: 'net'`. */
  readonly refundsNetted: number;
  /** What happened to rows whose id came before. */
  readonly duplicates: DuplicateRule;
  /** Repeated rows left out, by `duplicates: 'drop'`. */
  readonly duplicatesDropped: number;
}

/**
 * What customers did and when, as columns grouped by customer and ordered in time within each. The events of
 * `customers[c]` are the rows `offsets[c]` up to, not including, `offsets[c + 1]`.
 */
export interface EventLog {
  /** Tells the two shapes of data apart. */
  readonly kind: 'events';
  /** The customers, each with at least one event. */
  readonly customers: readonly CustomerId[];
  /** Where each customer's events begin, and at last the number of events. */
  readonly offsets: Int32Array;
  /** Epoch milliseconds, one an event. */
  readonly at: Float64Array;
  /** The earliest instant of all, Infinity of a log without events: looked for once, since it lies anywhere. */
  readonly earliest: number;
  /** Amounts, one an event, where the log has them. */
  readonly amount: Float64Array | undefined;
  /** Event names, where the log has them. */
  readonly name: CodedColumn<string> | undefined;
  /** Currencies of the amounts, where the log has them. */
  readonly currency: CodedColumn<string> | undefined;
  /** Event ids, where the log has them. */
  readonly ids: readonly (string | number)[] | undefined;
  /** Columns of the caller's own. */
  readonly attributes: readonly AttributeColumn[];
  /** What the log was made from. */
  readonly intake: EventIntake;
}

/**
 * From when to when customers were customers, as columns grouped by customer and ordered by start within each. The
 * tenures of `customers[c]` are the rows `offsets[c]` up to, not including, `offsets[c + 1]`.
 */
export interface TenureLog {
  /** Tells the two shapes of data apart. */
  readonly kind: 'tenures';
  /** The instant up to which the data tell who is a customer, in epoch milliseconds. */
  readonly asOf: number;
  /** The customers, each with at least one tenure. */
  readonly customers: readonly CustomerId[];
  /** Where each customer's tenures begin, and at last the number of tenures. */
  readonly offsets: Int32Array;
  /** First instant of each tenure, in epoch milliseconds. */
  readonly from: Float64Array;
  /** First instant after each tenure, in epoch milliseconds; Infinity where it is open. */
  readonly to: Float64Array;
  /** Recurring amounts, one a tenure, where the log has them. */
  readonly amount: Float64Array | undefined;
  /** How often the amounts are billed, where the log has it. */
  readonly billing: CodedColumn<BillingInterval> | undefined;
  /** Currencies of the amounts, where the log has them. */
  readonly currency: CodedColumn<string> | undefined;
  /** States of the tenures, where the log has them. */
  readonly status: CodedColumn<AttributeValue> | undefined;
  /** Reasons of the ends, where the log has them; null for none. */
  readonly reason: CodedColumn<AttributeValue> | undefined;
  /** Tenure ids, where the log has them. */
  readonly ids: readonly (string | number)[] | undefined;
  /** Columns of the caller's own. */
  readonly attributes: readonly AttributeColumn[];
}
