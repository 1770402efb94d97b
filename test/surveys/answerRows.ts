import fc from 'fast-check';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import type { EventLog } from '../../src/log/types.ts';

/** One answer, as a record. */
export interface AnswerRow {
  readonly customer: string;
  readonly at: number;
  readonly score: number;
  readonly market: string;
}

export const DAY = 86_400_000;
export const START = Date.UTC(2024, 0, 20);

export const anyAnswerRows = fc.array(
  fc.record({
    customer: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    at: fc.integer({ min: 0, max: 60 }).map((days) => START + days * DAY),
    score: fc.integer({ min: 0, max: 10 }),
    market: fc.constantFrom('north', 'south', 'west'),
  }),
  { maxLength: 40 },
);

export function answerLog(rows: readonly AnswerRow[]): EventLog {
  return eventLogFromColumns({
    customer: rows.map((row) => row.customer),
    at: rows.map((row) => row.at),
    amount: rows.map((row) => row.score),
    attributes: { market: rows.map((row) => row.market) },
  });
}

/** The last of each customer's rows, by looking at every pair: none comes later, and none beside it stands below it. */
export function lastOfEach(rows: readonly AnswerRow[]): AnswerRow[] {
  return rows.filter((row, place) =>
    rows.every(
      (other, otherPlace) =>
        other.customer !== row.customer || other.at < row.at || (other.at === row.at && otherPlace <= place),
    ),
  );
}

/** Columns as a list in an order of its own, to compare with rows. */
export function listed(columns: {
  readonly customers: readonly (string | number)[];
  readonly scores: ArrayLike<number>;
  readonly at: ArrayLike<number>;
}): string[] {
  return columns.customers.map((customer, i) => `${customer} ${columns.at[i]} ${columns.scores[i]}`).sort();
}

export function listedRows(rows: readonly AnswerRow[]): string[] {
  return rows.map(({ customer, at, score }) => `${customer} ${at} ${score}`).sort();
}
