import { type CustomersBefore, customersBefore } from '../log/customersBefore.ts';
import type { EventLog } from '../log/types.ts';
import { ratio } from '../numeric/ratio.ts';
import { sum } from '../numeric/sum.ts';
import { periodAt } from '../time/periodAt.ts';
import type { PeriodIndex } from '../time/types.ts';
import { checkSpend } from './checkSpend.ts';
import { DAYS_PER_UNIT } from './daysPerUnit.ts';
import { countDays, dayBefore, rowAfterDay } from './purchaseDays.ts';
import type { PurchaseSummary, PurchaseSummaryDefinition } from './purchaseTypes.ts';

/** The columns of a summary, to be filled. */
type Columns = Pick<PurchaseSummary, 'firstAt' | 'frequency' | 'recency' | 'age' | 'meanSpend' | 'spendCount'>;

/** Summarises a log as of `definition.asOf`; the days reach back to its first order and forward to `asOf` or beyond. */
export function summarizePurchases(
  metric: string,
  log: EventLog,
  days: PeriodIndex,
  definition: PurchaseSummaryDefinition,
): PurchaseSummary {
  const rows = customersBefore(log, definition.asOf);
  const columns = emptyColumns(rows.customers.length);
  const orders = tallyTimes(log, days, rows, columns, definition);
  if (log.amount !== undefined) tallySpend(metric, log.amount, rows, columns, repeatsFrom(log, days, rows, definition));
  const purchases = columns.frequency.reduce((total, repeats) => total + repeats + 1, 0);
  return {
    customers: rows.customers,
    ...columns,
    joinedOrders: orders - purchases,
    laterCustomers: log.customers.length - rows.customers.length,
    laterOrders: log.at.length - orders,
    definition,
  };
}

function emptyColumns(count: number): Columns {
  return {
    firstAt: new Float64Array(count),
    frequency: new Int32Array(count),
    recency: new Float64Array(count),
    age: new Float64Array(count),
    meanSpend: new Float64Array(count).fill(Number.NaN),
    spendCount: new Int32Array(count),
  };
}

/** Fills all but the mean spend, and gives the number of orders. */
function tallyTimes(
  { at }: EventLog,
  days: PeriodIndex,
  { start, end }: CustomersBefore,
  columns: Columns,
  { asOf, timeUnit, spend }: PurchaseSummaryDefinition,
): number {
  const lastDay = dayBefore(days, asOf);
  const unit = DAYS_PER_UNIT[timeUnit];
  const more = spend === 'all' ? 1 : 0;
  let orders = 0;
  for (let customer = 0; customer < start.length; customer++) {
    const [first, next] = [start[customer]!, end[customer]!];
    const firstDay = periodAt(days, at[first]!);
    const frequency = countDays(at, days, first, next) - 1;
    orders += next - first;
    columns.firstAt[customer] = at[first]!;
    columns.frequency[customer] = frequency;
    columns.recency[customer] = (periodAt(days, at[next - 1]!) - firstDay) / unit;
    columns.age[customer] = (lastDay - firstDay) / unit;
    columns.spendCount[customer] = frequency + more;
  }
  return orders;
}

/** The row from which each customer's amounts count: the first, or the first after the day of acquisition. */
function repeatsFrom(
  { at }: EventLog,
  days: PeriodIndex,
  { start, end }: CustomersBefore,
  { spend }: PurchaseSummaryDefinition,
): ArrayLike<number> {
  if (spend === 'all') return start;
  return start.map((row, customer) => rowAfterDay(at, days, { of: row, row, end: end[customer]! }));
}

function tallySpend(
  metric: string,
  amount: Float64Array,
  { start, end }: CustomersBefore,
  { meanSpend, spendCount }: Columns,
  from: ArrayLike<number>,
): void {
  for (let customer = 0; customer < start.length; customer++) {
    checkSpend(metric, amount, start[customer]!, end[customer]!);
    meanSpend[customer] = ratio(sum(amount, from[customer]!, end[customer]!), spendCount[customer]!);
  }
}
