import type { CustomerId } from '../core/types.ts';
import { type BucketedColumn, bucketColumn } from './bucketColumn.ts';
import { areInOrder, moveFirstIds } from './firstIds.ts';
import { type Column, classSizes, type ScoredColumn } from './scoredColumn.ts';

/** A column in classes of equal size. */
interface Classes {
  readonly column: BucketedColumn;
  /** The place in the sorted column at which each class but the first begins; classes of nobody begin at its end. */
  readonly starts: readonly number[];
  /** Those starts that are places. */
  readonly cuts: readonly number[];
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
  const thresholds = smallIsGood ? upperThresholds(classes, keys.length).reverse() : lowerThresholds(classes);
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
  return { column: bucketColumn(keys), starts, cuts: starts.filter((start) => start < keys.length) };
}

/** The class of each key, that of the last of them where equal keys are in several. */
function scoresByKey(keys: Column, { column, cuts }: Classes): Int32Array {
  const { buckets, starts } = column;
  const firsts = cuts.map(column.valueAt);
  const isCut = new Uint8Array(starts.length);
  const scoreOf = new Int32Array(starts.length).fill(1);
  cuts.map(column.bucketAt).forEach((bucket, cut) => {
    isCut[bucket] = 1;
    scoreOf.fill(cut + 2, bucket + 1);
  });
  const scores = new Int32Array(keys.length);
  for (let place = 0; place < keys.length; place++) {
    const bucket = buckets[place]!;
    let score = scoreOf[bucket]!;
    if (isCut[bucket] === 1) while (score <= firsts.length && firsts[score - 1]! <= keys[place]!) score++;
    scores[place] = score;
  }
  return scores;
}

/** Gives those whose key is also that of earlier classes the class that is theirs by their ids. */
function splitEqualKeys(scores: Int32Array, keys: Column, { column, cuts }: Classes, ids: readonly CustomerId[]): void {
  const split = cuts.filter((cut) => cut > 0 && column.valueAt(cut - 1) === column.valueAt(cut));
  if (split.length === 0) return;
  const isOrdered = areInOrder(ids);
  for (const key of new Set(split.map(column.valueAt))) {
    const own = split.filter((cut) => column.valueAt(cut) === key);
    const { below, equal } = column.likeAt(own[0]!);
    const places = placesOf(keys, key, equal);
    own.forEach((cut, turn) => {
      const from = (own[turn - 1] ?? below) - below;
      if (!isOrdered) moveFirstIds(places, from, cut - below, ids);
      for (let place = from; place < cut - below; place++) scores[places[place]!]! -= own.length - turn;
    });
  }
}

/** The places of a key that so many have, ascending. */
function placesOf(keys: Column, key: number, count: number): Int32Array {
  const places = new Int32Array(count);
  let found = 0;
  for (let place = 0; found < count; place++) if (keys[place] === key) places[found++] = place;
  return places;
}

/** The largest value of the classes below each start. */
function lowerThresholds({ column, starts }: Classes): number[] {
  return starts.map((start) => (start > 0 ? column.valueAt(start - 1) : Number.NaN));
}

/** The largest value, of negated keys, of the classes from each start on. */
function upperThresholds({ column, starts }: Classes, count: number): number[] {
  return starts.map((start) => (start < count ? -column.valueAt(start) : Number.NaN));
}
