import type { EventLog, TenureLog } from '../log/types.ts';
import { openTimes } from './openTimes.ts';

/** The amounts of a log of costs, by where they belong. */
export interface SortedCosts {
  /** One list a band of age. */
  readonly inBand: readonly number[][];
  /** Of customers without a tenure. */
  readonly unknownCustomers: number[];
  /** At `asOf` or later. */
  readonly later: number[];
  /** Before the customer's first tenure. */
  readonly beforeFirstTenure: number[];
  /** While no tenure is open. */
  readonly betweenTenures: number[];
}

/** Puts each cost into the band of the customer's age at its instant; `width` is in milliseconds. */
export function sortCosts(costs: EventLog, tenures: TenureLog, width: number, bandCount: number): SortedCosts {
  const places = new Map(tenures.customers.map((customer, place) => [customer, place]));
  const sorted: SortedCosts = {
    inBand: Array.from({ length: bandCount }, () => []),
    unknownCustomers: [],
    later: [],
    beforeFirstTenure: [],
    betweenTenures: [],
  };
  for (let customer = 0; customer < costs.customers.length; customer++) {
    const listAt = listFinder(sorted, tenures, places.get(costs.customers[customer]!), width);
    for (let row = costs.offsets[customer]!; row < costs.offsets[customer + 1]!; row++)
      listAt(costs.at[row]!).push(costs.amount![row]!);
  }
  return sorted;
}

/** Which list a cost of one customer of the tenures (undefined: of none) belongs to, by its instant. */
function listFinder(
  sorted: SortedCosts,
  tenures: TenureLog,
  customer: number | undefined,
  width: number,
): (at: number) => number[] {
  if (customer === undefined) return () => sorted.unknownCustomers;
  const first = tenures.from[tenures.offsets[customer]!]!;
  const times = openTimes(tenures, customer);
  return (at) => {
    if (at >= tenures.asOf) return sorted.later;
    if (at < first) return sorted.beforeFirstTenure;
    if (!times.some(({ from, to }) => from <= at && at < to)) return sorted.betweenTenures;
    return sorted.inBand[Math.floor((at - first) / width)]!;
  };
}
