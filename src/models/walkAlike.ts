import { ascendingOrder } from './ascendingOrder.ts';

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
  // The sum makes 0 of -0, which would come last.
  const rows = columns.map((column) => Float64Array.from(column, (value) => value + 0));
  const order = ascendingOrder(rows);
  for (let i = 0; i < order.length; i++) {
    const customer = order[i]!;
    if (i === 0 || rows.some((column) => column[customer] !== column[order[i - 1]!])) onHistory(customer);
    onCustomer(customer);
  }
}
