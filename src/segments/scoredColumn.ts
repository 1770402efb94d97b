/** Where values are split into classes, and who is in which. */
export interface ScoredColumn {
  /** The class of each value, 1 to `bins`, the best last. */
  readonly scores: Int32Array;
  /** `bins - 1` values, ascending, between the classes. */
  readonly thresholds: number[];
  /** How many are in each class, the worst first. */
  readonly classSizes: number[];
}

/** A column of figures of customers. */
export type Column = Float64Array | Int32Array;

/** How many of each score there are. */
export function classSizes(scores: Int32Array, bins: number): number[] {
  const sizes = new Array<number>(bins).fill(0);
  for (let place = 0; place < scores.length; place++) sizes[scores[place]! - 1]!++;
  return sizes;
}
