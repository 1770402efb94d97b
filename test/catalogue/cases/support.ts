import fc from 'fast-check';
import { anyPart, anyQuantity, anyShare } from '../../rates/counts.ts';
import type { MetricCase } from '../metricCase.ts';

/** A quantity, whole or not, and one of at most that. */
const anyTwo = fc.oneof(
  anyPart.map(({ whole, part }) => [whole, part] as const),
  fc.tuple(anyQuantity, anyShare).map(([whole, share]) => [whole, whole * share] as const),
);

const anyHours = fc.oneof(
  fc.nat(10),
  fc.double({ min: 0, max: 1e4, noNaN: true }),
  fc.constantFrom(5e-324, Number.MAX_VALUE),
);
const anyTimes = fc
  .array(fc.tuple(anyHours, fc.constantFrom(0, 1), fc.oneof(fc.nat(3), fc.double({ min: 0, max: 1e9, noNaN: true }))))
  .chain((tickets) => {
    const time = tickets.map(([hours]) => hours);
    const ended = tickets.map(([, end]) => end);
    const weight = tickets.map(([, , own]) => own);
    return fc.constantFrom({ time, ended }, { time, ended, weight });
  });

const NOTHING = { time: [], ended: [] };
const ALL_OPEN = { time: [5, 7], ended: [0, 0] };

const median: MetricCase = { valid: fc.tuple(anyTimes), undefined: [[NOTHING], [ALL_OPEN]] };
const within: MetricCase = {
  valid: fc.tuple(anyTimes, fc.record({ hours: anyHours })),
  undefined: [
    [NOTHING, { hours: 0 }],
    [ALL_OPEN, { hours: 8 }],
  ],
};

export const cases: Readonly<Record<string, MetricCase>> = {
  contactingShare: {
    valid: anyTwo.map(([customers, contactingCustomers]) => [{ customers, contactingCustomers }]),
    undefined: [[{ customers: 0, contactingCustomers: 0 }]],
  },
  contactRate: {
    valid: fc.tuple(fc.record({ openedTickets: anyQuantity, customers: anyQuantity })),
    undefined: [[{ openedTickets: 0, customers: 0 }], [{ openedTickets: 5, customers: 0 }]],
  },
  firstResponseTime: median,
  reopenedShare: {
    valid: anyTwo.map(([resolvedTickets, reopenedTickets]) => [{ resolvedTickets, reopenedTickets }]),
    undefined: [[{ resolvedTickets: 0, reopenedTickets: 0 }], [{ resolvedTickets: 12, reopenedTickets: Number.NaN }]],
  },
  resolutionTime: median,
  resolvedWithin: within,
  respondedWithin: within,
  unresolvedShare: {
    valid: anyTwo.map(([openedTickets, unresolvedTickets]) => [{ openedTickets, unresolvedTickets }]),
    undefined: [[{ openedTickets: 0, unresolvedTickets: 0 }]],
  },
};
