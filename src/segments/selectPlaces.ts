import type { Column } from './scoredColumn.ts';

/**
 * Rearranges a column so that each of some places, ascending and all within it, holds what it would hold if the column
 * were sorted, with nothing greater before it and nothing smaller after it: only the values between classes are asked
 * for, so a selection (Hoare's) rather than a sort. The middle one of the places comes first, and halves the rest.
 */
export function selectPlaces(
  column: Column,
  places: readonly number[],
  low = 0,
  high: number = column.length - 1,
): void {
  if (places.length === 0) return;
  const middle = places.length >> 1;
  const place = places[middle]!;
  selectPlace(column, place, low, high);
  selectPlaces(column, places.slice(0, middle), low, place - 1);
  selectPlaces(column, places.slice(middle + 1), place + 1, high);
}

/** The same for one place, and the values from `low` to `high`. */
function selectPlace(column: Column, place: number, low: number, high: number): void {
  let from = low;
  let to = high;
  // The pivots come from a linear congruential generator, so that no order of values that is likely makes it slow.
  let state = 1;
  while (from < to) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const pivot = column[from + Math.floor((state / 2 ** 32) * (to - from + 1))]!;
    let left = from;
    let right = to;
    while (left <= right) {
      while (column[left]! < pivot) left++;
      while (column[right]! > pivot) right--;
      if (left > right) break;
      const kept = column[left]!;
      column[left++] = column[right]!;
      column[right--] = kept;
    }
    if (place <= right) to = right;
    else if (place >= left) from = left;
    else return;
  }
}
