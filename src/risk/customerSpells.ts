import type { TenureLog } from '../log/types.ts';

/**
 * The times for which customers were customers without a break: those of `customers[c]` of the log are the rows `offsets[c]`
 * up to, not including, `offsets[c + 1]`.
 */
export interface CustomerSpells {
  readonly offsets: Int32Array;
  /** First instant of each spell. */
  readonly from: Float64Array;
  /** The loss that ends it; Infinity where none is known by the log's `asOf`. */
  readonly lostAt: Float64Array;
}

/** The spells of a log's customers: a loss is the end of a tenure at which no other is open or begins. */
export function customerSpells(log: TenureLog): CustomerSpells {
  const offsets = new Int32Array(log.offsets.length);
  const from: number[] = [];
  const lostAt: number[] = [];
  for (let customer = 0; customer < log.customers.length; customer++) {
    // Tenures ascend by their start and may overlap: a customer is one up to the latest end so far.
    let reach = -Infinity;
    for (let row = log.offsets[customer]!; row < log.offsets[customer + 1]!; row++) {
      if (log.from[row]! > reach || from.length === offsets[customer]) {
        from.push(log.from[row]!);
        lostAt.push(Infinity);
      }
      reach = Math.max(reach, log.to[row]!);
      lostAt[lostAt.length - 1] = reach < log.asOf ? reach : Infinity;
    }
    offsets[customer + 1] = from.length;
  }
  return { offsets, from: Float64Array.from(from), lostAt: Float64Array.from(lostAt) };
}

/** The row of the spell in which a customer was one at an instant; -1 where in none. */
export function spellAt({ offsets, from, lostAt }: CustomerSpells, customer: number, at: number): number {
  for (let row = offsets[customer]!; row < offsets[customer + 1]! && from[row]! <= at; row++)
    if (at < lostAt[row]!) return row;
  return -1;
}
