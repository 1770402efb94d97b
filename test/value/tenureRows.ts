import fc from 'fast-check';
import type { TenureRow } from '../rates/movementOracle.ts';

export const DAY = 86_400_000;

/** Some tenures of few customers: open, overlapping, meeting, of no length. */
export const anyTenures: fc.Arbitrary<TenureRow[]> = fc.array(
  fc
    .record({
      customer: fc.constantFrom('ada', 'bob', 'cyd', 'dan'),
      start: fc.nat(50),
      days: fc.oneof(fc.nat(25), fc.constant(Infinity)),
    })
    .map(({ customer, start, days }) => ({ customer, from: start * DAY, to: (start + days) * DAY })),
  { maxLength: 12 },
);
