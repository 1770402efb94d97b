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
  let count = 0;
  for (let code = 0; code + 1 < offsets.length; code++) if (offsets[code] !== offsets[code + 1]) count++;
  // Of its length from the start: growing by one costs four times as much.
  const customers = new Array<CustomerId>(count);
  const starts = new Int32Array(count + 1);
  let place = 0;
  for (let code = 0; code + 1 < offsets.length; code++) {
    if (offsets[code] === offsets[code + 1]) continue;
    starts[place] = offsets[code]!;
    customers[place++] = values === undefined ? base + code : values[code]!;
  }
  starts[count] = offsets[offsets.length - 1]!;
  return { customers, offsets: starts };
}
