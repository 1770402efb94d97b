import fc from 'fast-check';
import { tenureLog } from '../../src/log/tenureLog.ts';
import type { TenureLog } from '../../src/log/types.ts';

/** One ticket as a row. */
export interface TicketRow {
  readonly customer: string;
  readonly opened: number;
  /** Infinity where it is open. */
  readonly resolved: number;
  readonly reopened: boolean;
}

/** The log of some rows. */
export function ticketLog(rows: readonly TicketRow[], asOf: number): TenureLog {
  const fields = {
    customer: 'customer',
    from: 'opened',
    to: 'resolved',
    attributes: { reopened: 'reopened', customer: 'customer' },
  } as const;
  return tenureLog(rows, fields, { asOf });
}

/** Tickets on a coarse grid of instants, so that many openings and ends fall together. */
export function anyTickets(grid: number, steps: number): fc.Arbitrary<TicketRow[]> {
  const row = fc
    .record({
      customer: fc.constantFrom('ada', 'bob', 'cyd', 'dan'),
      start: fc.nat(steps),
      length: fc.oneof(fc.nat(steps), fc.constantFrom(0, 1, Infinity)),
      reopened: fc.boolean(),
    })
    .map(({ customer, start, length, reopened }) => ({
      customer,
      opened: start * grid,
      resolved: (start + length) * grid,
      reopened,
    }));
  return fc.array(row, { maxLength: 15 });
}
