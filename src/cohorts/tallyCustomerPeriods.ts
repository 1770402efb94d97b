import type { EventLog } from '../log/types.ts';
import { periodAt } from '../time/periodAt.ts';
import type { PeriodIndex } from '../time/types.ts';
import type { CustomerPeriods } from './customerPeriods.ts';
import { addAmount } from './ownPeriods.ts';

/** Rows of customers and periods, whatever they rest on. */
export type PeriodRows = Omit<CustomerPeriods, 'definition'>;

/** Room for as many customers and rows. */
export function emptyRows(customers: PeriodRows['customers'], rows: number, hasAmounts: boolean): PeriodRows {
  return {
    customers,
    offsets: new Int32Array(customers.length + 1),
    start: new Float64Array(rows),
    firstAt: new Float64Array(rows),
    lastAt: new Float64Array(rows),
    events: new Int32Array(rows),
    amount: hasAmounts ? new Float64Array(rows) : undefined,
    lost: hasAmounts ? new Float64Array(rows) : undefined,
  };
}

/**
 * A row for each customer and period of the index with an event before `asOf`. Each customer's events ascend, so that a
 * period is new exactly when it is not the last one seen. Rows are counted first: they may be far fewer than events.
 */
export function tallyCustomerPeriods(log: EventLog, index: PeriodIndex, asOf: number): PeriodRows {
  const { at, amount, offsets } = log;
  const { boundaries } = index;
  const customers = log.customers.filter((_, customer) => at[offsets[customer]!]! < asOf);
  const rows = emptyRows(customers, countRows(log, index, asOf), amount !== undefined);
  const { start, firstAt, lastAt, events, lost } = rows;
  let row = -1;
  let known = 0;
  for (let customer = 0; customer + 1 < offsets.length; customer++) {
    const end = offsets[customer + 1]!;
    let periodEnd = -Infinity;
    for (let event = offsets[customer]!; event < end && at[event]! < asOf; event++) {
      if (at[event]! >= periodEnd) {
        const period = periodAt(index, at[event]!);
        periodEnd = boundaries[period + 1]!;
        start[++row] = boundaries[period]!;
        firstAt[row] = at[event]!;
      }
      lastAt[row] = at[event]!;
      events[row]!++;
      if (amount !== undefined) addAmount(rows.amount!, lost!, row, amount[event]!);
    }
    if (periodEnd > -Infinity) rows.offsets[++known] = row + 1;
  }
  return rows;
}

function countRows({ at, offsets }: EventLog, index: PeriodIndex, asOf: number): number {
  let rows = 0;
  for (let customer = 0; customer + 1 < offsets.length; customer++) {
    const end = offsets[customer + 1]!;
    let periodEnd = -Infinity;
    for (let event = offsets[customer]!; event < end && at[event]! < asOf; event++) {
      if (at[event]! < periodEnd) continue;
      periodEnd = index.boundaries[periodAt(index, at[event]!) + 1]!;
      rows++;
    }
  }
  return rows;
}
