import fc from 'fast-check';
import { tenureLog } from '../../src/log/tenureLog.ts';
import type { TenureLog } from '../../src/log/types.ts';
import type { MovementCounts } from '../../src/rates/tallyMovements.ts';

/** One tenure as a row. */
export interface TenureRow {
  readonly customer: string;
  readonly from: number;
  /** Infinity where it is open. */
  readonly to: number;
}

/** The log of some rows. */
export function tenures(rows: readonly TenureRow[], asOf: number): TenureLog {
  return tenureLog(rows, { customer: 'customer', from: 'from', to: 'to' }, { asOf });
}

/** The counts of a movement, without its definition, label and the like. */
export function countsOf(movement: MovementCounts): MovementCounts {
  const { customersAtStart, customersAtEnd, newCustomers, firstTimeCustomers, returnedCustomers } = movement;
  const { lostCustomers, retainedCustomers, joinedAndLeft, formerCustomersAtStart } = movement;
  const stock = { customersAtStart, customersAtEnd, retainedCustomers, formerCustomersAtStart };
  return { ...stock, newCustomers, firstTimeCustomers, returnedCustomers, lostCustomers, joinedAndLeft };
}

/** The sum of counts, name by name. */
export function addCounts(one: MovementCounts, other: MovementCounts): MovementCounts {
  const names = Object.keys(countsOf(one)) as (keyof MovementCounts)[];
  return Object.fromEntries(names.map((name) => [name, one[name] + other[name]])) as unknown as MovementCounts;
}

/**
 * The movement of [start, end) by asking, for each customer, all tenures whether they hold the instant half a
 * millisecond before either end. No sorting, no state.
 */
export function plainMovement(rows: readonly TenureRow[], start: number, end: number): MovementCounts {
  const customers = [...new Set(rows.map(({ customer }) => customer))].map((customer) => {
    const own = rows.filter((row) => row.customer === customer);
    const isOne = (instant: number): boolean => own.some(({ from, to }) => from <= instant && instant < to);
    return {
      atStart: isOne(start - 0.5),
      atEnd: isOne(end - 0.5),
      cameBefore: own.some(({ from }) => from < start),
      cameWithin: own.some(({ from }) => from >= start && from < end),
    };
  });
  const count = (test: (customer: (typeof customers)[number]) => boolean): number => customers.filter(test).length;
  return {
    customersAtStart: count(({ atStart }) => atStart),
    customersAtEnd: count(({ atEnd }) => atEnd),
    retainedCustomers: count(({ atStart, atEnd }) => atStart && atEnd),
    formerCustomersAtStart: count(({ atStart, cameBefore }) => cameBefore && !atStart),
    newCustomers: count(({ atStart, atEnd }) => atEnd && !atStart),
    firstTimeCustomers: count(({ atStart, atEnd, cameBefore }) => atEnd && !atStart && !cameBefore),
    returnedCustomers: count(({ atStart, atEnd, cameBefore }) => atEnd && !atStart && cameBefore),
    lostCustomers: count(({ atStart, atEnd }) => atStart && !atEnd),
    joinedAndLeft: count(({ atStart, atEnd, cameWithin }) => cameWithin && !atStart && !atEnd),
  };
}

/** Rows on a coarse grid of instants, so that many starts and ends fall together. */
export function anyTenures(grid: number, steps: number): fc.Arbitrary<TenureRow[]> {
  const row = fc
    .record({
      customer: fc.constantFrom('ada', 'bob', 'cyd', 'dan', 'eve', 'fay'),
      start: fc.nat(steps),
      length: fc.oneof(fc.nat(steps), fc.constantFrom(0, 1, Infinity)),
    })
    .map(({ customer, start, length }) => ({ customer, from: start * grid, to: (start + length) * grid }));
  return fc.array(row, { maxLength: 15 });
}
