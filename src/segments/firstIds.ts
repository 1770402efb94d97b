import type { CustomerId } from '../core/types.ts';

/** Whether one id comes before another: numbers, ascending, before texts, by code unit. `1` comes before `'1'`. */
function isBefore(one: CustomerId, other: CustomerId): boolean {
  const isNumber = typeof one === 'number';
  return isNumber === (typeof other === 'number') ? one < other : isNumber;
}

/** Whether ids stand in order, as those that are whole numbers do in most logs. */
export function areInOrder(ids: readonly CustomerId[]): boolean {
  for (let place = 1; place < ids.length; place++) if (!isBefore(ids[place - 1]!, ids[place]!)) return false;
  return true;
}

/**
 * Rearranges places of ids from `from` on, so that the ids of those before `to` come before the ids of the others.
 * Selection (Hoare's) rather than a sort: nobody asks for the order within a class. The pivots come from a linear
 * congruential generator, so that no order of ids that is likely makes it slow.
 */
export function moveFirstIds(places: Int32Array, from: number, to: number, ids: readonly CustomerId[]): void {
  let low = from;
  let high = places.length - 1;
  let state = 1;
  while (low < high && to > low && to <= high) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const pivot = ids[places[low + Math.floor((state / 2 ** 32) * (high - low + 1))]!]!;
    let left = low;
    let right = high;
    while (left <= right) {
      while (isBefore(ids[places[left]!]!, pivot)) left++;
      while (isBefore(pivot, ids[places[right]!]!)) right--;
      if (left > right) break;
      const kept = places[left]!;
      places[left++] = places[right]!;
      places[right--] = kept;
    }
    if (to <= right) high = right;
    else if (to >= left) low = left;
    else return;
  }
}
