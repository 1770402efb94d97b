import {
  averageOrderValue,
  type CustomerId,
  customerSummaries,
  type EventLog,
  filterEvents,
  type Interval,
  meanInterval,
  purchaseTotals,
} from 'tenure';
import type { Span } from './spans.ts';

/** Of fewer customers than this the spread says too little: there is no interval (its ends are NaN). */
const FEWEST = 10;

/**
 * How far off the mean order of a span may be; with a span before it, how far off the change from there may be.
 *
 * Orders of one customer are alike, so customers and not orders are what was drawn at random: each one's pull on the
 * mean is a draw. A customer of both spans pulls at both means, and only the difference of the two counts.
 */
export function orderValueInterval(orders: EventLog, now: Span, before?: Span): Interval {
  const mean = averageOrderValue(purchaseTotals(orders, now));
  if (before === undefined) return around(mean, pulls(orders, now));
  const change = mean - averageOrderValue(purchaseTotals(orders, before));
  const both = pulls(orders, now);
  for (const [customer, pull] of pulls(orders, before)) both.set(customer, (both.get(customer) ?? 0) - pull);
  return around(change, both);
}

/** By how much each customer moves the mean order away from where it would be were all orders of the same amount. */
function pulls(orders: EventLog, { from, to }: Span): Map<CustomerId, number> {
  const { customers, eventCount, amountSum } = customerSummaries(filterEvents(orders, { from, to }));
  const totals = purchaseTotals(orders, { from, to });
  const mean = averageOrderValue(totals);
  return new Map(customers.map((id, place) => [id, (amountSum[place]! - mean * eventCount[place]!) / totals.orders]));
}

function around(estimate: number, draws: Map<CustomerId, number>): Interval {
  if (draws.size < FEWEST) return { lower: Number.NaN, upper: Number.NaN };
  const { lower, upper } = meanInterval(Float64Array.from(draws.values(), (draw) => draw * draws.size));
  return { lower: estimate + lower, upper: estimate + upper };
}
