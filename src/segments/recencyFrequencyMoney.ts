import { refuse } from '../core/errors.ts';
import type { CustomerId } from '../core/types.ts';
import { checkOneCurrency } from '../log/checkLog.ts';
import { DAY } from '../log/day.ts';
import type { EventLog } from '../log/types.ts';
import { sum } from '../numeric/sum.ts';

/** What RFM scores are made from: columns beside `customers`. */
export interface RecencyFrequencyMoney {
  readonly customers: readonly CustomerId[];
  readonly recencyDays: Float64Array;
  readonly orderCount: Int32Array;
  readonly revenue: Float64Array;
}

/** Refuses a log without amounts or with amounts of several currencies, and gives the amounts. */
export function checkAmounts(metric: string, log: EventLog): Float64Array {
  if (log.amount === undefined) refuse('missing-field', metric, ['log', 'amount'], 'in the log', undefined);
  checkOneCurrency(metric, log);
  return log.amount;
}

/** The row after a customer's last before `asOf`; their first row where there is none before. */
export function endBefore(log: EventLog, customer: number, asOf: number): number {
  const start = log.offsets[customer]!;
  let end = log.offsets[customer + 1]!;
  while (end > start && log.at[end - 1]! >= asOf) end--;
  return end;
}

/** Days since the last order, number of orders and revenue before `asOf`, of those who ordered before it. */
export function recencyFrequencyMoney(log: EventLog, amount: Float64Array, asOf: number): RecencyFrequencyMoney {
  const count = log.customers.length;
  let here = 0;
  const recencyDays = new Float64Array(count);
  const orderCount = new Int32Array(count);
  const revenue = new Float64Array(count);
  for (let customer = 0; customer < count; customer++) {
    const start = log.offsets[customer]!;
    const end = endBefore(log, customer, asOf);
    if (end === start) continue;
    recencyDays[here] = (asOf - log.at[end - 1]!) / DAY;
    orderCount[here] = end - start;
    revenue[here++] = sum(amount, start, end);
  }
  const wasHere = (_: CustomerId, customer: number): boolean => log.at[log.offsets[customer]!]! < asOf;
  return {
    customers: here === count ? log.customers : log.customers.filter(wasHere),
    recencyDays: recencyDays.slice(0, here),
    orderCount: orderCount.slice(0, here),
    revenue: revenue.slice(0, here),
  };
}
