import type { CustomerId } from '../core/types.ts';
import { areInOrder, moveFirstIds } from './firstIds.ts';
import { type Column, classSizes, type ScoredColumn } from './scoredColumn.ts';
import { selectPlaces } from './selectPlaces.ts';

/** A column in classes of equal size. */
interface Classes {
  /** The column, sorted as far as the places at which classes begin and the ones before them go. */
  readonly sorted: Column;
  /** The place in `sorted` at which each class but the first begins; those of nobody begin at its end. */
  readonly starts: readonly number[];
}

/**
 * Classes of equal size, as SQL's NTILE makes them: where they cannot be equal the first have one more. Within equal
 * values the order of the customers' ids decides.
 */
export function scoreByNtile(
  values: Column,
  bins: number,
  smallIsGood: boolean,
  ids: readonly CustomerId[],
): ScoredColumn {
  const keys = smallIsGood ? negated(values) : values;
  const classes = classesOf(keys, bins);
  const scores = scoresByKey(keys, classes);
  splitEqualKeys(scores, keys, classes, ids);
  const thresholds = smallIsGood ? upperThresholds(classes).reverse() : lowerThresholds(classes);
  return { scores, thresholds, classSizes: classSizes(scores, bins) };
}

function negated(values: Column): Float64Array {
  const keys = new Float64Array(values.length);
  for (let place = 0; place < keys.length; place++) keys[place] = -values[place]!;
  return keys;
}

function classesOf(keys: Column, bins: number): Classes {
  const size = Math.floor(keys.length / bins);
  const larger = keys.length % bins;
  const starts = Array.from({ length: bins - 1 }, (_, place) => (place + 1) * size + Math.min(place + 1, larger));
  const sorted = keys.slice();
  const places = new Set(starts.flatMap((start) => [start - 1, start]));
  selectPlaces(
    sorted,
    Array.from(places).filter((place) => place >= 0 && place < sorted.length),
  );
  return { sorted, starts };
}

/** The class of each key, that of the last of them where equal keys are in several. */
function scoresByKey(keys: Column, { sorted, starts }: Classes): Int32Array {
  const firsts = starts.filter((start) => start < sorted.length).map((start) => sorted[start]!);
  const scores = new Int32Array(keys.length);
  for (let place = 0; place < keys.length; place++) {
    const key = keys[place]!;
    let below = 0;
    while (below < firsts.length && firsts[below]! <= key) below++;
    scores[place] = 1 + below;
  }
  return scores;
}

/** Gives those whose key is also that of earlier classes the class that is theirs by their ids. */
function splitEqualKeys(
  scores: Int32Array,
  keys: Column,
  { sorted, starts }: Classes,
  ids: readonly CustomerId[],
): void {
  const split = starts.filter((start) => start < sorted.length && sorted[start - 1] === sorted[start]);
  if (split.length === 0) return;
  const isOrdered = areInOrder(ids);
  for (const key of new Set(split.map((start) => sorted[start]!))) {
    const first = countBelow(keys, key);
    const equal = placesOf(keys, key);
    const cuts = split.filter((start) => sorted[start] === key).map((start) => start - first);
    cuts.forEach((cut, place) => {
      const from = cuts[place - 1] ?? 0;
      if (!isOrdered) moveFirstIds(equal, from, cut, ids);
      for (let turn = from; turn < cut; turn++) scores[equal[turn]!]! -= cuts.length - place;
    });
  }
}

/** How many values are smaller. */
function countBelow(values: Column, value: number): number {
  let count = 0;
  for (let place = 0; place < values.length; place++) if (values[place]! < value) count++;
  return count;
}

/** The places of a key, ascending. */
function placesOf(keys: Column, key: number): Int32Array {
  let count = 0;
  const places = new Int32Array(keys.length);
  for (let place = 0; place < keys.length; place++) if (keys[place] === key) places[count++] = place;
  return places.slice(0, count);
}

/** The largest value of the classes below each start. */
function lowerThresholds({ sorted, starts }: Classes): number[] {
  return starts.map((start) => (start > 0 ? sorted[start - 1]! : Number.NaN));
}

/** The largest value, of negated keys, of the classes from each start on. */
function upperThresholds({ sorted, starts }: Classes): number[] {
  return starts.map((start) => (start < sorted.length ? -sorted[start]! : Number.NaN));
}
