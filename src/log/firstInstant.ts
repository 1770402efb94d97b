/**
 * The earliest instant of a log's column of instants, Infinity of nothing. Each customer's rows ascend, so that only the
 * first of each is looked at.
 */
export function firstInstant(offsets: Int32Array, instants: Float64Array): number {
  let first = Infinity;
  for (let customer = 0; customer + 1 < offsets.length; customer++)
    first = Math.min(first, instants[offsets[customer]!]!);
  return first;
}
