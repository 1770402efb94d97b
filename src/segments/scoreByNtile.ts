import { type Column, classSizes, type ScoredColumn } from './scoredColumn.ts';

/** A sorted column in classes of equal size. */
interface Classes {
  readonly sorted: Column;
  /** The place in `sorted` at which each class but the first begins; those of nobody begin at its end. */
  readonly starts: readonly number[];
  /** For each of them that begins within equal values, the place of the first of these; else -1. */
  readonly tiedFrom: Int32Array;
}

/**
 * Classes of equal size, as SQL's NTILE makes them: where they cannot be equal the first have one more. Within equal
 * values the order of customers decides: `order` gives their places in it, undefined where they stand in it.
 */
export function scoreByNtile(
  values: Column,
  bins: number,
  smallIsGood: boolean,
  order: () => Int32Array | undefined,
): ScoredColumn {
  const keys = smallIsGood ? negated(values) : values;
  const classes = classesOf(keys.slice().sort(), bins);
  const isTied = classes.tiedFrom.some((place) => place >= 0);
  const scores = scoresOf(keys, classes, isTied ? order() : undefined);
  const thresholds = smallIsGood ? upperThresholds(classes).reverse() : lowerThresholds(classes);
  return { scores, thresholds, classSizes: classSizes(scores, bins) };
}

function negated(values: Column): Float64Array {
  const keys = new Float64Array(values.length);
  for (let place = 0; place < keys.length; place++) keys[place] = -values[place]!;
  return keys;
}

function classesOf(sorted: Column, bins: number): Classes {
  const size = Math.floor(sorted.length / bins);
  const larger = sorted.length % bins;
  const starts = Array.from({ length: bins - 1 }, (_, place) => (place + 1) * size + Math.min(place + 1, larger));
  const tiedFrom = new Int32Array(bins - 1).fill(-1);
  starts.forEach((start, place) => {
    if (start < sorted.length && sorted[start - 1] === sorted[start])
      tiedFrom[place] = firstPlaceOf(sorted, sorted[start]!);
  });
  return { sorted, starts, tiedFrom };
}

/** The first place of a value in a sorted column that holds it. */
function firstPlaceOf(sorted: Column, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The class of each key: by its size, or by the customer's turn where a class begins within keys equal to it. */
function scoresOf(keys: Column, classes: Classes, order: Int32Array | undefined): Int32Array {
  const { sorted, starts } = classes;
  const firsts = starts.filter((start) => start < sorted.length).map((start) => sorted[start]!);
  const nextPlace = classes.tiedFrom.slice();
  const scores = new Int32Array(keys.length);
  for (let turn = 0; turn < keys.length; turn++) {
    const customer = order === undefined ? turn : order[turn]!;
    const key = keys[customer]!;
    let below = 0;
    while (below < firsts.length && firsts[below]! <= key) below++;
    if (below > 0 && firsts[below - 1] === key && nextPlace[below - 1]! >= 0) {
      const place = nextPlace[below - 1]!++;
      while (below > 0 && starts[below - 1]! > place) below--;
    }
    scores[customer] = 1 + below;
  }
  return scores;
}

/** The largest value of the classes below each start. */
function lowerThresholds({ sorted, starts }: Classes): number[] {
  return starts.map((start) => (start > 0 ? sorted[start - 1]! : Number.NaN));
}

/** The largest value, of negated keys, of the classes from each start on. */
function upperThresholds({ sorted, starts }: Classes): number[] {
  return starts.map((start) => (start < sorted.length ? -sorted[start]! : Number.NaN));
}
