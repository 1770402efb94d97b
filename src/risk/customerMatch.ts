import type { CustomerId } from '../core/types.ts';
import { customerPlaces } from '../log/customerPlaces.ts';

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
  const [first] = lists as readonly [List, ...List[]];
  if (given === undefined && lists.every((list) => list === first)) {
    const place = new Int32Array(first.length);
    for (let own = 0; own < place.length; own++) place[own] = own;
    return { customers: first, places: lists.map(() => place), otherCustomers: 0 };
  }
  const placeOf = given === undefined ? new Map<CustomerId, number>() : customerPlaces(metric, ['customers'], given);
  const customers = given === undefined ? [] : [...given];
  const others = new Set<CustomerId>();
  const found = new Map<List, Int32Array>();
  for (const list of new Set(lists)) {
    const places = new Int32Array(list.length);
    for (let own = 0; own < list.length; own++) {
      const customer = list[own]!;
      const place = placeOf.get(customer) ?? -1;
      places[own] = place;
      if (place !== -1) continue;
      if (given !== undefined) others.add(customer);
      else places[own] = addCustomer(customers, placeOf, customer);
    }
    found.set(list, places);
  }
  const columns = new Map([...found].map(([list, places]) => [list, inverted(places, customers.length)]));
  return { customers, places: lists.map((list) => columns.get(list)!), otherCustomers: others.size };
}

function addCustomer(customers: CustomerId[], placeOf: Map<CustomerId, number>, customer: CustomerId): number {
  placeOf.set(customer, customers.length);
  return customers.push(customer) - 1;
}

/** From where each of a list's customers is scored to where each one scored is in the list. */
function inverted(places: Int32Array, count: number): Int32Array {
  const column = new Int32Array(count).fill(-1);
  for (let own = 0; own < places.length; own++) if (places[own] !== -1) column[places[own]!] = own;
  return column;
}
