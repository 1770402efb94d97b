// Events as rows, and what is known of each customer before an instant, by plain loops: the oracle of the indicators.
import fc from 'fast-check';
import { eventLog } from '../../src/log/eventLog.ts';
import type { EventLog } from '../../src/log/types.ts';

export const DAY = 86_400_000;

/** The instant at which the indicators look at `anyEvents`, which go on for 20 days. */
export const AS_OF = 100 * DAY;

/** One event as a row. */
export interface EventRow {
  readonly customer: string | number;
  readonly at: number;
  readonly amount: number;
}

/** The log of some rows. */
export function logOf(rows: readonly EventRow[]): EventLog {
  return eventLog(rows, { customer: 'customer', at: 'at', amount: 'amount' }, { refunds: 'keep' });
}

/** The log of events of customers on the days told, each with the amount at the same place, or 0. */
export function logOfDays(
  days: Readonly<Record<string, readonly number[]>>,
  amounts: Readonly<Record<string, readonly number[]>> = {},
): EventLog {
  const rows = Object.entries(days).flatMap(([customer, own]) =>
    own.map((day, place) => ({ customer, at: Math.round(day * DAY), amount: amounts[customer]?.[place] ?? 0 })),
  );
  return logOf(rows);
}

/** The log of events of these amounts, one a day from day 1 on. */
export function logOfAmounts(amounts: Readonly<Record<string, readonly number[]>>): EventLog {
  const days = Object.entries(amounts).map(([id, own]) => [id, own.map((_, place) => place + 1)]);
  return logOfDays(Object.fromEntries(days), amounts);
}

/** Each customer's rows before an instant, ascending, equal instants as they came; who has none is left out. */
export function rowsBefore<Row extends EventRow>(rows: readonly Row[], asOf: number): [EventRow['customer'], Row[]][] {
  const ids = [...new Set(rows.map(({ customer }) => customer))];
  const own = (id: EventRow['customer']): Row[] =>
    rows.filter(({ customer, at }) => customer === id && at < asOf).sort((one, other) => one.at - other.at);
  return ids.map((id): [EventRow['customer'], Row[]] => [id, own(id)]).filter(([, found]) => found.length > 0);
}

const customer = fc.constantFrom('ada', 'bob', 'cyd', 1, '1');

/** Whole days, so that windows are met exactly, and any millisecond. */
const at = (first: number, last: number): fc.Arbitrary<number> =>
  fc.oneof(
    fc.integer({ min: first, max: last }).map((day) => day * DAY),
    fc.integer({ min: first * DAY, max: last * DAY }),
  );

/** Events of few customers, before `AS_OF` and after. */
export function anyEvents(amount: fc.Arbitrary<number>, maxLength = 60): fc.Arbitrary<EventRow[]> {
  return fc.array(fc.record({ customer, at: at(0, 120), amount }), { maxLength });
}

/** Events at `AS_OF` or later only, of the same customers and another one. */
export function laterEvents(amount: fc.Arbitrary<number>): fc.Arbitrary<EventRow[]> {
  const anyone = fc.oneof(customer, fc.constant('eve'));
  return fc.array(fc.record({ customer: anyone, at: at(100, 130), amount }), { minLength: 1, maxLength: 20 });
}
