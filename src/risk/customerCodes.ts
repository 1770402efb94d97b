import type { CustomerId } from '../core/types.ts';
import { customerPlaces } from '../log/customerPlaces.ts';

/** Refuses what is no array of ids, and an id that is there twice. */
export function checkCustomers(metric: string, path: readonly string[], customers: readonly CustomerId[]): void {
  if (!areAscending(customers)) customerPlaces(metric, path, customers);
}

/** Where each of some customers stands in a log: -1 where nowhere. */
export function customerCodes(
  metric: string,
  customers: readonly CustomerId[],
  known: readonly CustomerId[],
): Int32Array {
  // A walk along both lists takes a hundredth of the time of a look-up of each.
  if (areAscending(customers) && areAscending(known)) return codesAlong(customers, known);
  const places = customerPlaces(metric, ['customers'], customers);
  const codes = new Int32Array(customers.length).fill(-1);
  for (let code = 0; code < known.length; code++) {
    const place = places.get(known[code]!);
    if (place !== undefined) codes[place] = code;
  }
  return codes;
}

/** A look-up of lists of customers: where each of them stands in one list, -1 where nowhere. */
export function lookupIn(known: readonly CustomerId[]): (customers: readonly CustomerId[]) => Int32Array {
  const isAscending = areAscending(known);
  let placeOf: Map<CustomerId, number> | undefined;
  return (customers) => {
    if (isAscending && areAscending(customers)) return codesAlong(customers, known);
    placeOf ??= placesOf(known);
    const codes = new Int32Array(customers.length);
    for (let own = 0; own < codes.length; own++) codes[own] = placeOf.get(customers[own]!) ?? -1;
    return codes;
  };
}

function placesOf(known: readonly CustomerId[]): Map<CustomerId, number> {
  const places = new Map<CustomerId, number>();
  for (let place = 0; place < known.length; place++) places.set(known[place]!, place);
  return places;
}

/** Whether customers are an array of ascending numbers: ids then, each once, which shows without a look-up. */
function areAscending(ids: readonly CustomerId[]): ids is readonly number[] {
  if (!Array.isArray(ids)) return false;
  let last = -Infinity;
  for (let place = 0; place < ids.length; place++) {
    const id = ids[place];
    if (typeof id !== 'number' || !(id > last && id < Infinity)) return false;
    last = id;
  }
  return true;
}

function codesAlong(customers: readonly number[], known: readonly number[]): Int32Array {
  const codes = new Int32Array(customers.length).fill(-1);
  let code = 0;
  for (let place = 0; place < customers.length; place++) {
    while (code < known.length && known[code]! < customers[place]!) code++;
    if (known[code] === customers[place]) codes[place] = code;
  }
  return codes;
}
