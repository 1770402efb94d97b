// RFM by plain loops over rows and sorted arrays of records: slow, and written without the columns of the library.
import fc from 'fast-check';
import { eventLog } from '../../src/log/eventLog.ts';
import type { EventLog } from '../../src/log/types.ts';

export const DAY = 86_400_000;

/** One order as a row; the amount in cents. */
export interface OrderRow {
  readonly customer: string | number;
  readonly at: number;
  readonly amount: number;
}

/** What is known of a customer, and the three scores. */
export interface PlainCustomer {
  readonly customer: string | number;
  readonly days: number;
  readonly orders: number;
  readonly cents: number;
}

/** The log of some rows. */
export function orderLog(rows: readonly OrderRow[]): EventLog {
  return eventLog(rows, { customer: 'customer', at: 'at', amount: 'amount' }, { refunds: 'keep' });
}

/** Who ordered before an instant, in the order in which they stand in the rows. */
export function plainCustomers(rows: readonly OrderRow[], asOf: number): PlainCustomer[] {
  const rowsOf = new Map<string | number, OrderRow[]>();
  for (const row of rows) rowsOf.set(row.customer, rowsOf.get(row.customer) ?? []);
  for (const row of rows) if (row.at < asOf) rowsOf.get(row.customer)!.push(row);
  return [...rowsOf].flatMap(([customer, own]) => {
    if (own.length === 0) return [];
    const days = Math.min(...own.map(({ at }) => (asOf - at) / DAY));
    return [{ customer, days, orders: own.length, cents: own.reduce((sum, { amount }) => sum + amount, 0) }];
  });
}

/**
 * Scores by quantiles without making any: no value lies between the two order statistics that a quantile is drawn
 * between, so a value is above the quantile if it is above the lower of the two.
 */
export function plainQuantileScores(values: readonly number[], bins: number): number[] {
  const sorted = [...values].sort((one, other) => one - other);
  return values.map((value) => {
    let score = 1;
    for (let cut = 1; cut < bins; cut++) {
      const rest = ((sorted.length - 1) * cut) % bins;
      if (value > sorted[((sorted.length - 1) * cut - rest) / bins]!) score++;
    }
    return score;
  });
}

/** Scores by dealing out a sorted line of customers, one class after the other. */
export function plainNtileScores(
  customers: readonly PlainCustomer[],
  keyOf: (customer: PlainCustomer) => number,
  bins: number,
): number[] {
  const line = [...customers].sort(
    (one, other) => keyOf(one) - keyOf(other) || compareIds(one.customer, other.customer),
  );
  const scoreOf = new Map<PlainCustomer, number>();
  for (let score = 1, taken = 0; score <= bins; score++) {
    const size = Math.ceil((line.length - taken) / (bins - score + 1));
    for (const customer of line.slice(taken, taken + size)) scoreOf.set(customer, score);
    taken += size;
  }
  return customers.map((customer) => scoreOf.get(customer)!);
}

/** Numbers before texts; texts by the code units that they are made of. */
export function compareIds(one: string | number, other: string | number): number {
  if (typeof one === 'number') return typeof other === 'number' ? one - other : -1;
  if (typeof other === 'number') return 1;
  for (let place = 0; place < Math.min(one.length, other.length); place++)
    if (one.charCodeAt(place) !== other.charCodeAt(place)) return one.charCodeAt(place) - other.charCodeAt(place);
  return one.length - other.length;
}

const id = fc.oneof(
  fc.integer({ min: -3, max: 12 }),
  fc.constantFrom('1', '2', '10', 'a', 'B', 'é', '\ud83d\ude00', '\uffff', 'ab'),
);

/** Orders of few customers, at few instants, for few amounts, so that much is equal; before and after day 100. */
export const anyOrders: fc.Arbitrary<OrderRow[]> = fc.array(
  fc.record({
    customer: id,
    at: fc.oneof(
      fc.integer({ min: 0, max: 12 }).map((tens) => 10 * tens * DAY),
      fc.integer({ min: 0, max: 110 * DAY }),
    ),
    amount: fc.oneof(fc.constantFrom(0, 500, 1000, -500), fc.integer({ min: -2000, max: 20_000 })),
  }),
  { maxLength: 60 },
);

/** The instant of looking at `anyOrders`. */
export const AS_OF = 100 * DAY;
