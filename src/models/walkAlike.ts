import { distinctRows } from './distinctRows.ts';

/**
 * Goes over customers so that those of one history come together: what depends on the history alone is worked out at the
 * first of them.
 *
 * @param columns - numbers of at least 0, all of one length
 * @param onHistory - told the first customer of each different history
 * @param onCustomer - told each customer, after the history is
 */
export function walkAlike(
  columns: readonly ArrayLike<number>[],
  onHistory: (customer: number) => void,
  onCustomer: (customer: number) => void,
): void {
  const rows = columns.map((column) => (column instanceof Float64Array ? column : new Float64Array(column)));
  const { total, count, codes, first } = distinctRows(rows);
  const order = groupedOrder(codes, total.subarray(0, count));
  let at = 0;
  for (let history = 0; history < count; history++) {
    onHistory(first[history]!);
    for (let i = 0; i < total[history]!; i++) onCustomer(order[at++]!);
  }
}

/** The places of the codes, those of code 0 first, each in order. */
function groupedOrder(codes: Int32Array, sizes: Float64Array): Int32Array {
  const next = new Int32Array(sizes.length);
  for (let code = 1; code < sizes.length; code++) next[code] = next[code - 1]! + sizes[code - 1]!;
  const order = new Int32Array(codes.length);
  for (let row = 0; row < codes.length; row++) order[next[codes[row]!]!++] = row;
  return order;
}
