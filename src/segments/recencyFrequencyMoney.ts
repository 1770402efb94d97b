import type { CustomerId } from '../core/types.ts';
import { customersBefore } from '../log/customersBefore.ts';
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

/** Days since the last order, number of orders and revenue before `asOf`, of those who ordered before it. */
export function recencyFrequencyMoney(log: EventLog, amount: Float64Array, asOf: number): RecencyFrequencyMoney {
  const { customers, start, end } = customersBefore(log, asOf);
  const count = customers.length;
  const figures = {
    customers,
    recencyDays: new Float64Array(count),
    orderCount: new Int32Array(count),
    revenue: new Float64Array(count),
  };
  for (let customer = 0; customer < count; customer++) {
    const last = end[customer]!;
    figures.recencyDays[customer] = (asOf - log.at[last - 1]!) / DAY;
    figures.orderCount[customer] = last - start[customer]!;
    figures.revenue[customer] = sum(amount, start[customer], last);
  }
  return figures;
}
