import { checkAtMost, checkQuantity, checkRecord } from '../core/checks.ts';
import { ratio } from '../numeric/ratio.ts';

/** Opened and unresolved tickets; `ticketCounts` gives them from a log. */
export interface UnresolvedCounts {
  /** Tickets opened in the period. */
  readonly openedTickets: number;
  /** Those of them that were not resolved by its end. */
  readonly unresolvedTickets: number;
}

/**
 * Share of the tickets opened in a period that are not resolved by its end.
 *
 * unresolvedTickets / openedTickets
 *
 * Those opened late in the period have had little time: compare periods of one length, or ask `resolvedWithin`.
 *
 * @param counts - numbers of tickets, each at least 0
 * @returns the share
 * @unit fraction
 * @range 0..1
 * @direction lower is better
 * @undefinedWhen no ticket was opened (NaN)
 * @throws InputError `not-a-record`, `not-a-quantity`, `above-limit`
 * @example
 * unresolvedShare({ openedTickets: 160, unresolvedTickets: 8 }) // 0.05
 * @reference common practice in customer service
 */
export function unresolvedShare(counts: UnresolvedCounts): number {
  checkRecord('unresolvedShare', 'counts', counts);
  const { openedTickets } = counts;
  checkQuantity('unresolvedShare', 'openedTickets', openedTickets);
  checkQuantity('unresolvedShare', 'unresolvedTickets', counts.unresolvedTickets);
  return ratio(
    checkAtMost('unresolvedShare', 'unresolvedTickets', counts.unresolvedTickets, 'openedTickets', openedTickets),
    openedTickets,
  );
}
