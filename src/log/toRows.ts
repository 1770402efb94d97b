import { checkRecord } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { CustomerId } from '../core/types.ts';

/** Columns beside their customers: one value a customer in each. */
export interface CustomerColumns {
  /** The customers. */
  readonly customers: readonly CustomerId[];
}

/** One customer's values: those of every typed array beside `customers`. */
export type CustomerRow<Columns extends CustomerColumns> = {
  /** The customer. */
  readonly customer: CustomerId;
} & {
  readonly [Name in keyof Columns as Columns[Name] extends Float64Array | Int32Array ? Name : never]: number;
};

/**
 * A table of columns as an array of records, one a customer, for data frames, plots and CSV files.
 *
 * @param columns - a per-customer result, such as `customerSummaries` gives
 * @returns one record a customer, in the order of `customers`
 * @throws InputError `not-a-record`, `not-rows`, `length-mismatch`
 * @example
 * toRows({ customers: ['ada', 'bob'], orders: Int32Array.of(3, 1) })
 * // [{ customer: 'ada', orders: 3 }, { customer: 'bob', orders: 1 }]
 */
export function toRows<Columns extends CustomerColumns>(columns: Columns): CustomerRow<Columns>[] {
  checkRecord('toRows', 'columns', columns);
  if (!Array.isArray(columns.customers))
    refuse('not-rows', 'toRows', ['columns', 'customers'], 'an array of customers', columns.customers);
  const { customers, ...others } = columns;
  const arrays = Object.entries(others).filter(([, column]) => ArrayBuffer.isView(column)) as [string, Float64Array][];
  for (const [name, column] of arrays)
    if (column.length !== customers.length)
      refuse(
        'length-mismatch',
        'toRows',
        ['columns', name],
        `as long as "customers" (${customers.length})`,
        column.length,
      );
  return customers.map((customer, place) => {
    const values = arrays.map(([name, column]) => [name, column[place]]);
    return { customer, ...Object.fromEntries(values) } as CustomerRow<Columns>;
  });
}
