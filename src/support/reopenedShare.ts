import { checkAtMost, checkQuantity, checkRecord } from '../core/checks.ts';
import { ratio } from '../numeric/ratio.ts';

/** Resolved and reopened tickets; `ticketCounts` gives them from a log. */
export interface ReopenedCounts {
  /** Resolved tickets. */
  readonly resolvedTickets: number;
  /** Those of them that had been opened again; NaN, as `ticketCounts` has it where no attribute tells. */
  readonly reopenedTickets: number;
}

/**
 * Share of the resolved tickets that had been opened again after a first resolution.
 *
 * reopenedTickets / resolvedTickets
 *
 * A ticket that counts as resolved too early makes the resolution time look short and this share large.
 *
 * @param counts - numbers of tickets, each at least 0
 * @returns the share
 * @unit fraction
 * @range 0..1
 * @direction lower is better
 * @undefinedWhen no ticket was resolved, or it is not known which were opened again (NaN)
 * @throws InputError `not-a-record`, `not-a-quantity`, `above-limit`
 * @example
 * reopenedShare({ resolvedTickets: 120, reopenedTickets: 9 }) // 0.075
 * @reference common practice in customer service
 */
export function reopenedShare(counts: ReopenedCounts): number {
  checkRecord('reopenedShare', 'counts', counts);
  const { resolvedTickets } = counts;
  checkQuantity('reopenedShare', 'resolvedTickets', resolvedTickets);
  if (Number.isNaN(counts.reopenedTickets)) return Number.NaN;
  checkQuantity('reopenedShare', 'reopenedTickets', counts.reopenedTickets);
  return ratio(
    checkAtMost('reopenedShare', 'reopenedTickets', counts.reopenedTickets, 'resolvedTickets', resolvedTickets),
    resolvedTickets,
  );
}
