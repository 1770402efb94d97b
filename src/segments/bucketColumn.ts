import type { Column } from './scoredColumn.ts';

/** As many as fit 16 bits. With one a value, few values share a bucket, unless some lie very far out. */
const MAX_BUCKETS = 65_536;

/**
 * A column as good as sorted, for who asks for few places of it: its values are in buckets of equal width, of which only
 * those that are asked about are sorted.
 */
export interface BucketedColumn {
  /** The bucket of each value; the values of a lower bucket are smaller. */
  readonly buckets: Uint16Array;
  /** How many values the buckets before each one hold, and at last how many there are. */
  readonly starts: Int32Array;
  /** The bucket of a place in the sorted column. */
  readonly bucketAt: (place: number) => number;
  /** What stands at a place of the sorted column. */
  readonly valueAt: (place: number) => number;
  /** How many values are smaller than the one at a place of the sorted column, and how many are like it. */
  readonly likeAt: (place: number) => { readonly below: number; readonly equal: number };
}

/** Puts a column of numbers, infinite ones too, into buckets. */
export function bucketColumn(values: Column): BucketedColumn {
  const count = Math.min(MAX_BUCKETS, values.length);
  const buckets = bucketsOf(values, count);
  const starts = new Int32Array(count + 1);
  for (let place = 0; place < buckets.length; place++) starts[buckets[place]! + 1]!++;
  for (let bucket = 0; bucket < count; bucket++) starts[bucket + 1]! += starts[bucket]!;
  const bucketAt = (place: number): number => lastUpTo(starts, place);
  const sorted = new Map<number, Column>();
  const sortedBucket = (bucket: number): Column => {
    const known = sorted.get(bucket) ?? valuesIn(values, buckets, bucket, starts).sort();
    sorted.set(bucket, known);
    return known;
  };
  const valueAt = (place: number): number => sortedBucket(bucketAt(place))[place - starts[bucketAt(place)]!]!;
  const likeAt = (place: number): { below: number; equal: number } => {
    const bucket = bucketAt(place);
    const own = sortedBucket(bucket);
    const value = valueAt(place);
    const first = own.indexOf(value);
    return { below: starts[bucket]! + first, equal: own.lastIndexOf(value) + 1 - first };
  };
  return { buckets, starts, bucketAt, valueAt, likeAt };
}

/** Where the width of a bucket is no number, as between infinities, all values are in the first one. */
function bucketsOf(values: Column, count: number): Uint16Array {
  let least = Infinity;
  let most = -Infinity;
  for (let place = 0; place < values.length; place++) {
    least = Math.min(least, values[place]!);
    most = Math.max(most, values[place]!);
  }
  const scale = (count - 1) / (most - least);
  const buckets = new Uint16Array(values.length);
  for (let place = 0; place < buckets.length; place++) buckets[place] = (values[place]! - least) * scale;
  return buckets;
}

function valuesIn(values: Column, buckets: Uint16Array, bucket: number, starts: Int32Array): Column {
  const own = new Float64Array(starts[bucket + 1]! - starts[bucket]!);
  let count = 0;
  for (let place = 0; count < own.length; place++) if (buckets[place] === bucket) own[count++] = values[place]!;
  return own;
}

/** The last place of a column that ascends with a value up to one. */
function lastUpTo(ascending: Int32Array, value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (ascending[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
