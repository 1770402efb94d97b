import type { TenureLog } from '../log/types.ts';

/** Head counts of one period. Start + new - lost is the end, always. */
export interface MovementCounts {
  /** Customers carried into the period: those on the last instant before it. */
  readonly customersAtStart: number;
  /** Customers on the last instant of the period. */
  readonly customersAtEnd: number;
  /** Customers at the end who were none at the start: first-time and returned ones. */
  readonly newCustomers: number;
  /** New customers who had never been customers before the period. */
  readonly firstTimeCustomers: number;
  /** New customers who had been customers before the period. */
  readonly returnedCustomers: number;
  /** Customers at the start who are none at the end. */
  readonly lostCustomers: number;
  /** Customers at the start and at the end. */
  readonly retainedCustomers: number;
  /** Customers neither at the start nor at the end who began a tenure within the period. */
  readonly joinedAndLeft: number;
  /** Who had been customers before the period and were none at its start. */
  readonly formerCustomersAtStart: number;
}

type Counts = { -readonly [Name in keyof MovementCounts]: number };

/**
 * Counts what happened between consecutive boundaries. A customer is one at a boundary if a tenure began before it and
 * ends at it or later: who joins or leaves at the very instant moves in the period that begins there, so that joins
 * and losses alike belong to the half-open period [from, to) that holds them.
 */
export function tallyMovements(log: TenureLog, boundaries: ArrayLike<number>): MovementCounts[] {
  const tallies = Array.from({ length: boundaries.length - 1 }, noMovement);
  for (let customer = 0; customer < log.customers.length; customer++)
    tallyCustomer(log, log.offsets[customer]!, log.offsets[customer + 1]!, boundaries, tallies);
  return tallies;
}

function noMovement(): Counts {
  return {
    customersAtStart: 0,
    customersAtEnd: 0,
    newCustomers: 0,
    firstTimeCustomers: 0,
    returnedCustomers: 0,
    lostCustomers: 0,
    retainedCustomers: 0,
    joinedAndLeft: 0,
    formerCustomersAtStart: 0,
  };
}

function tallyCustomer(
  { from, to }: TenureLog,
  start: number,
  end: number,
  boundaries: ArrayLike<number>,
  tallies: readonly Counts[],
): void {
  let row = start;
  let reach = -Infinity;
  let atStart = false;
  // Boundary 0 opens the first period; each later one closes the period before it.
  for (let place = 0; place <= tallies.length; place++) {
    const boundary = boundaries[place]!;
    const rowAtStart = row;
    for (; row < end && from[row]! < boundary; row++) reach = Math.max(reach, to[row]!);
    const atEnd = reach >= boundary;
    if (place > 0) count(tallies[place - 1]!, atStart, atEnd, rowAtStart > start, row > rowAtStart);
    atStart = atEnd;
  }
}

function count(tally: Counts, atStart: boolean, atEnd: boolean, cameBefore: boolean, began: boolean): void {
  if (atStart) {
    tally.customersAtStart++;
    if (atEnd) tally.retainedCustomers++;
    else tally.lostCustomers++;
  } else {
    if (cameBefore) tally.formerCustomersAtStart++;
    if (!atEnd && began) tally.joinedAndLeft++;
    if (atEnd) tally.newCustomers++;
    if (atEnd && cameBefore) tally.returnedCustomers++;
    if (atEnd && !cameBefore) tally.firstTimeCustomers++;
  }
  if (atEnd) tally.customersAtEnd++;
}
