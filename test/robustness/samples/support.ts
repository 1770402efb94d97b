import * as logs from '../../../src/log/index.ts';
import { asOf, DAY } from './shared.ts';

const tickets = logs.tenureLogFromColumns(
  {
    customer: ['ada', 'bob', 'ada', 'cyd'],
    from: [0, 5 * DAY, 40 * DAY, 41 * DAY],
    to: [2 * DAY, 6 * DAY, null, 45 * DAY],
    attributes: { reopened: [1, false, null, true] },
  },
  { asOf },
);
const times = { time: [3, 1, 2, 5], ended: [1, 1, 0, 1], weight: [1, 2, 1, 0.5] };

export const support: Readonly<Record<string, readonly unknown[]>> = {
  contactingShare: [{ customers: 200, contactingCustomers: 15 }],
  contactRate: [{ openedTickets: 16, customers: 200 }],
  firstResponseTime: [times],
  firstResponseTimeInterval: [times, { level: 0.9 }],
  reopenedShare: [{ resolvedTickets: 12, reopenedTickets: 1 }],
  resolutionTime: [times],
  resolutionTimeInterval: [times, { level: 0.9 }],
  resolvedWithin: [times, { hours: 2 }],
  respondedWithin: [times, { hours: 2 }],
  ticketCounts: [tickets, { from: 0, to: asOf, reopened: 'reopened' }],
  ticketTimes: [tickets],
  unresolvedShare: [{ openedTickets: 16, unresolvedTickets: 1 }],
};
