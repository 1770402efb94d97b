import * as z from 'zod/mini';
import { type ContactingCounts, contactingShare } from '../support/contactingShare.ts';
import { type ContactCounts, contactRate } from '../support/contactRate.ts';
import { type ReopenedCounts, reopenedShare } from '../support/reopenedShare.ts';
import { resolvedWithin } from '../support/resolvedWithin.ts';
import { type TicketCountsOptions, ticketCounts } from '../support/ticketCounts.ts';
import { type UnresolvedCounts, unresolvedShare } from '../support/unresolvedShare.ts';
import type { WithinOptions } from '../support/waits.ts';
import { emptyTenures } from './emptyLogs.ts';
import { attributeName, count, figure, instant } from './fields.ts';
import { optionsSchema } from './optionsSchema.ts';
import { subjectSchema } from './subjectSchema.ts';
import type { Schema } from './types.ts';

/** What `contactRate` takes. */
export const contactCounts: Schema<ContactCounts> = /* @__PURE__ */ subjectSchema(
  () => ({ openedTickets: count, customers: count }),
  contactRate,
  'counts',
);

/** What `contactingShare` takes. */
export const contactingCounts: Schema<ContactingCounts> = /* @__PURE__ */ subjectSchema(
  () => ({ customers: count, contactingCustomers: count }),
  contactingShare,
  'counts',
);

/** What `reopenedShare` takes. */
export const reopenedCounts: Schema<ReopenedCounts> = /* @__PURE__ */ subjectSchema(
  () => ({ resolvedTickets: count, reopenedTickets: figure }),
  reopenedShare,
  'counts',
);

/** What `unresolvedShare` takes. */
export const unresolvedCounts: Schema<UnresolvedCounts> = /* @__PURE__ */ subjectSchema(
  () => ({ openedTickets: count, unresolvedTickets: count }),
  unresolvedShare,
  'counts',
);

/** What `ticketCounts` takes as options; whether the log tells up to `to` and has the attribute, the log has to say. */
export const ticketCountsOptions: Schema<TicketCountsOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ from: instant, to: instant, reopened: z.optional(attributeName) }),
  (options) => ticketCounts(emptyTenures(options.to, options.reopened), options),
);

/** What `respondedWithin` and `resolvedWithin` take as options. */
export const withinOptions: Schema<WithinOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ hours: count }),
  (options) => resolvedWithin({ time: [], ended: [] }, options),
);
