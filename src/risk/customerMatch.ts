import type { CustomerId } from '../core/types.ts';
import { checkCustomers, lookupIn } from './customerCodes.ts';

/** Who is scored, and where each of them stands in a list of customers: -1 where nowhere. */
export interface Matched {
  readonly customers: readonly CustomerId[];
  /** One column a list, in the order of the lists. */
  readonly places: readonly Int32Array[];
  /** How many customers of the lists are not among those scored. */
  readonly otherCustomers: number;
}

type List = readonly CustomerId[];

/**
 * Brings lists of customers onto one: the one given, or everyone in the lists, in order of first appearance. Lists that
 * are the same array, as those of indicators of one log are, are looked up once, and never where all are the same.
 */
export function matchCustomers(metric: string, lists: readonly List[], given: List | undefined): Matched {
  if (given !== undefined) checkCustomers(metric, ['customers'], given);
  const base = given ?? lists[0]!;
  const different = new Set(lists);
  if (different.size === 1 && different.has(base)) {
    const place = new Int32Array(base.length);
    for (let own = 0; own < place.length; own++) place[own] = own;
    return { customers: base, places: lists.map(() => place), otherCustomers: 0 };
  }
  const customers = [...base];
  const placesIn = lookupIn(base);
  const others = new Map<CustomerId, number>();
  const found = new Map<List, Int32Array>();
  for (const list of different) {
    const places = placesIn(list);
    for (let own = 0; own < list.length; own++) {
      if (places[own] !== -1) continue;
      const customer = list[own]!;
      if (!others.has(customer)) others.set(customer, given === undefined ? customers.push(customer) - 1 : -1);
      places[own] = others.get(customer)!;
    }
    found.set(list, places);
  }
  const columns = new Map([...found].map(([list, places]) => [list, inverted(places, customers.length)]));
  return {
    customers,
    places: lists.map((list) => columns.get(list)!),
    otherCustomers: given === undefined ? 0 : others.size,
  };
}

/** From where each of a list's customers is scored to where each one scored is in the list. */
function inverted(places: Int32Array, count: number): Int32Array {
  const column = new Int32Array(count).fill(-1);
  for (let own = 0; own < places.length; own++) if (places[own] !== -1) column[places[own]!] = own;
  return column;
}
