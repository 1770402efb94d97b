import { toMilliseconds } from '../../../src/core/checks.ts';
import { contactingShare } from '../../../src/support/contactingShare.ts';
import { contactRate } from '../../../src/support/contactRate.ts';
import { reopenedShare } from '../../../src/support/reopenedShare.ts';
import { respondedWithin } from '../../../src/support/respondedWithin.ts';
import { type TicketCountsOptions, ticketCounts } from '../../../src/support/ticketCounts.ts';
import { unresolvedShare } from '../../../src/support/unresolvedShare.ts';
import type { Pair } from '../pair.ts';
import { tenuresUpTo } from './logs.ts';

const argument = 'counts';

export const supportPairs: Readonly<Record<string, Pair>> = {
  contactCounts: { call: contactRate, needed: { openedTickets: 200, customers: 30 }, argument },
  contactingCounts: { call: contactingShare, needed: { customers: 200, contactingCustomers: 30 }, argument },
  reopenedCounts: {
    ...{ call: reopenedShare, needed: { resolvedTickets: 200, reopenedTickets: 30 }, argument, beyondJson: true },
  },
  unresolvedCounts: { call: unresolvedShare, needed: { openedTickets: 200, unresolvedTickets: 30 }, argument },
  ticketCountsOptions: {
    call: (options: TicketCountsOptions) => {
      const end = toMilliseconds(options?.to);
      return ticketCounts(tenuresUpTo(Number.isNaN(end) ? 0 : end, options?.reopened), options);
    },
    needed: { from: 0, to: 5000 },
    optional: { reopened: 'reopened' },
    ...{ values: { reopened: ['again', '', undefined] }, strict: true, beyondJson: true },
  },
  withinOptions: {
    call: (options) => respondedWithin({ time: [2, 3], ended: [1, 0] }, options),
    ...{ needed: { hours: 24 }, strict: true },
  },
};
