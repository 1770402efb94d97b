import { ascendingOrder } from './ascendingOrder.ts';
import { distinctRows } from './distinctRows.ts';

/** Rows that all differ, and how many customers share each. */
export interface DistinctRows {
  /** The columns, of one length. */
  readonly columns: readonly Float64Array[];
  /** How many customers each row stands for, above 0. */
  readonly weight: Float64Array;
}

/**
 * The rows that differ, ascending by the first column, then by the second and so on, with their weights added up: what
 * a likelihood makes of them owes nothing to the order in which customers came.
 *
 * @param columns - finite numbers of at least 0, all of one length; whoever takes them from a caller checks them
 * @param weight - whole numbers of at least 0, of which 0 leaves a row out; 1 unless given
 */
export function compressRows(
  columns: readonly ArrayLike<number>[],
  weight: ArrayLike<number> | undefined,
): DistinctRows {
  const rows = columns.map((column) => (column instanceof Float64Array ? column : new Float64Array(column)));
  const { first, total, count } = distinctRows(rows, weight);
  const distinct = rows.map((column) => gather(column, first, count));
  const order = ascendingOrder(distinct);
  return { columns: distinct.map((column) => gather(column, order, count)), weight: gather(total, order, count) };
}

function gather(column: Float64Array, places: Int32Array, count: number): Float64Array {
  const gathered = new Float64Array(count);
  // The sum makes 0 of -0.
  for (let i = 0; i < count; i++) gathered[i] = column[places[i]!]! + 0;
  return gathered;
}
