import { refuse } from '../core/errors.ts';
import type { CustomerId } from '../core/types.ts';
import { checkEventLog } from '../log/checkLog.ts';
import { takeNumbers } from '../log/columns.ts';
import type { EventLog } from '../log/types.ts';

/** Which answers of a customer count: the last one, or all. */
export type AnswerRule = 'last' | 'all';

/** The words of `AnswerRule`. */
export const ANSWER_RULES: readonly AnswerRule[] = ['last', 'all'];

/** Answers as columns, one entry an answer. */
export interface AnswerColumns {
  readonly customers: readonly CustomerId[];
  readonly scores: Float64Array;
  readonly at: Float64Array;
  /** Answers that a later one of the same customer stands for. */
  readonly leftOut: number;
}

interface Rows {
  readonly customers: CustomerId[];
  readonly rows: number[];
  lastCustomer: number;
  leftOut: number;
}

/** Refuses what is not an event log, or one without the amounts that hold the scores. */
export function checkAnswerLog(metric: string, log: EventLog): void {
  checkEventLog(metric, log);
  if (log.amount === undefined) refuse('missing-field', metric, ['log', 'amount'], 'in the log: the scores', undefined);
}

/**
 * Deals the answers of a log out to parts, in the order of the log. `placeOf` says to which part a row of a customer
 * goes, -1 to none. Rows of a customer ascend in time, so that the last one to come to a part is the last answer.
 */
export function collectAnswers(
  log: EventLog,
  count: number,
  rule: AnswerRule,
  placeOf: (row: number, customer: number) => number,
): AnswerColumns[] {
  const parts: Rows[] = Array.from({ length: count }, () => ({
    ...{ customers: [], rows: [], lastCustomer: -1, leftOut: 0 },
  }));
  for (let customer = 0; customer < log.customers.length; customer++)
    for (let row = log.offsets[customer]!; row < log.offsets[customer + 1]!; row++) {
      const part = parts[placeOf(row, customer)];
      if (part !== undefined) take(part, row, customer, log.customers[customer]!, rule);
    }
  return parts.map(({ customers, rows, leftOut }) => ({
    ...{ customers, scores: takeNumbers(log.amount!, rows), at: takeNumbers(log.at, rows), leftOut },
  }));
}

/** Adds an answer to a part, or puts it in place of the customer's one before. */
function take(part: Rows, row: number, customer: number, id: CustomerId, rule: AnswerRule): void {
  if (rule === 'last' && part.lastCustomer === customer) {
    part.rows[part.rows.length - 1] = row;
    part.leftOut++;
    return;
  }
  part.lastCustomer = customer;
  part.rows.push(row);
  part.customers.push(id);
}

/** The columns of a part that has too few answers to be shown: nothing, not even how many. */
export function suppress(columns: AnswerColumns, minimumAnswers: number): AnswerColumns & { suppressed: boolean } {
  if (columns.scores.length >= minimumAnswers) return { ...columns, suppressed: false };
  const [scores, at] = [new Float64Array(0), new Float64Array(0)];
  return { customers: [], scores, at, leftOut: Number.NaN, suppressed: true };
}
