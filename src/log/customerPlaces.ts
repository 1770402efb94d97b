import { refuse } from '../core/errors.ts';
import type { CustomerId } from '../core/types.ts';
import { ID } from './valueKind.ts';

/** Where each of some customers stands; refuses what is no array of ids, and an id that is there twice. */
export function customerPlaces(
  metric: string,
  path: readonly (string | number)[],
  customers: readonly CustomerId[],
): Map<CustomerId, number> {
  if (!Array.isArray(customers)) refuse('not-rows', metric, path, 'an array of customers', customers);
  const places = new Map<CustomerId, number>();
  for (let place = 0; place < customers.length; place++) {
    const id = customers[place]!;
    if (!ID.isValid(id)) refuse(ID.code, metric, [...path, place], ID.expected, id);
    if (places.has(id)) refuse('duplicate-id', metric, [...path, place], 'there once', id);
    places.set(id, place);
  }
  return places;
}
