import fc from 'fast-check';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import type { EventLog } from '../../src/log/types.ts';
import type { GapWeighting } from '../../src/value/gapWeights.ts';
import type { PurchaseGaps } from '../../src/value/purchaseGaps.ts';

export const DAY = 86_400_000;

/** One order. */
export interface Order {
  readonly customer: string;
  readonly at: number;
}

/** One gap, as a record. */
export interface Gap {
  readonly customer: string | number;
  readonly days: number;
  readonly ended: number;
}

/** Some orders of few customers on few days, many of them at one instant. */
export const anyOrders: fc.Arbitrary<Order[]> = fc.array(
  fc.record({ customer: fc.constantFrom('ada', 'bob', 'cyd', 'dan'), at: fc.nat(40).map((days) => days * DAY) }),
  { maxLength: 30 },
);

export const logOf = (orders: readonly Order[]): EventLog =>
  eventLogFromColumns({ customer: orders.map((one) => one.customer), at: orders.map((one) => one.at) });

/** Gaps as records, put in an order that does not depend on where they came from. */
export function gapsOf({ customer, time, ended }: PurchaseGaps): Gap[] {
  const rows = Array.from(time, (days, i) => ({
    customer: customer.values[customer.codes[i]!]!,
    days,
    ended: ended[i]!,
  }));
  return sorted(rows);
}

export const sorted = (gaps: readonly Gap[]): Gap[] =>
  [...gaps].sort(
    (a, b) =>
      (`${a.customer}` < `${b.customer}` ? -1 : `${a.customer}` > `${b.customer}` ? 1 : 0) ||
      a.days - b.days ||
      a.ended - b.ended,
  );

/** The gaps of orders: for each different instant of a customer, the next one of theirs that there is. */
export function plainGaps(orders: readonly Order[], asOf: number): Gap[] {
  const instants = new Map<string, Set<number>>();
  for (const { customer, at } of orders) {
    if (at >= asOf) continue;
    instants.set(customer, (instants.get(customer) ?? new Set()).add(at));
  }
  const gaps: Gap[] = [];
  for (const [customer, own] of instants)
    for (const at of own) {
      let next = Infinity;
      for (const other of own) if (other > at && other < next) next = other;
      const ended = next === Infinity ? 0 : 1;
      gaps.push({ customer, days: ((ended === 1 ? next : asOf) - at) / DAY, ended });
    }
  return sorted(gaps);
}

/** The least whole number that every count of gaps up to 30 divides. */
const UNIT = 2_329_089_562_800n;

/**
 * The product-limit median in exact fractions: of all gaps, time by time, the share that lasts longer. By customer the
 * ended gaps share one unit, and the open one has a unit where there is no other.
 */
export function exactMedian(gaps: readonly Gap[], weighting: GapWeighting): number {
  const weightOf = (gap: Gap): bigint => {
    if (weighting === 'gap') return UNIT;
    const ended = gaps.filter((other) => other.customer === gap.customer && other.ended === 1).length;
    if (ended === 0) return UNIT;
    return gap.ended === 1 ? UNIT / BigInt(ended) : 0n;
  };
  const weighted = gaps.map((gap) => ({ ...gap, weight: weightOf(gap) })).filter(({ weight }) => weight > 0n);
  const total = (which: (gap: Gap) => boolean): bigint =>
    weighted.filter(which).reduce((sum, { weight }) => sum + weight, 0n);
  const times = [...new Set(weighted.map(({ days }) => days))].sort((a, b) => a - b);
  let [over, under] = [1n, 1n];
  let half = Number.NaN;
  for (const time of times) {
    const ended = total((gap) => gap.days === time && gap.ended === 1);
    if (ended === 0n) continue;
    if (!Number.isNaN(half)) return (half + time) / 2;
    const atRisk = total((gap) => gap.days >= time);
    over *= atRisk - ended;
    under *= atRisk;
    if (2n * over < under) return time;
    if (2n * over === under) half = time;
  }
  return (half + times[times.length - 1]!) / 2;
}
