import type { CustomerId } from '../core/types.ts';

/** Customers with at least one row, and where their rows begin. */
export interface Customers {
  readonly customers: readonly CustomerId[];
  readonly offsets: Int32Array;
}

/** Leaves out customers without a row. */
export function compactCustomers(
  offsets: Int32Array,
  { base, values }: { readonly base: number; readonly values: ArrayLike<CustomerId> | undefined },
): Customers {
  const customers: CustomerId[] = [];
  const starts = new Int32Array(offsets.length);
  for (let code = 0; code + 1 < offsets.length; code++) {
    if (offsets[code] === offsets[code + 1]) continue;
    starts[customers.length] = offsets[code]!;
    customers.push(values === undefined ? base + code : values[code]!);
  }
  starts[customers.length] = offsets[offsets.length - 1]!;
  return { customers, offsets: customers.length + 1 < starts.length ? starts.slice(0, customers.length + 1) : starts };
}
