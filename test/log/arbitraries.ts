import fc from 'fast-check';
import type { AttributeValue } from '../../src/core/types.ts';

/** Ids that a careless library would join or lose. */
export const ODD_IDS: readonly (string | number)[] = [
  ...['1', 1, '01', 1.5, -1, 0, ' ', 'a ', 'a'],
  ...['__proto__', 'constructor', 'hasOwnProperty', 'toString', 'length', 'null', 'undefined', 'NaN'],
  ...['\u00e9', 'e\u0301', '\ud800', '\udfff', '\u0000', 'x'.repeat(10_000)],
  ...[2 ** 31, 2 ** 53, Number.MAX_VALUE, 5e-324],
];

export const anyId = fc.oneof(fc.constantFrom(...ODD_IDS), fc.integer({ min: 0, max: 5 }));

/** Few instants, so that many are equal. */
export const anyAt = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -8.64e15, max: 8.64e15 }));

export const anyAttribute: fc.Arbitrary<AttributeValue> = fc.constantFrom('S', 'L', '', 5, 0.5, true, false, null);

/** An event with every field. */
export const anyEvent = fc.record({
  customer: anyId,
  at: anyAt,
  amount: fc.double({ min: 0, max: 1e6, noNaN: true }),
  name: fc.constantFrom('order', 'visit', '__proto__'),
  currency: fc.constantFrom('EUR', 'USD'),
  plan: anyAttribute,
});

/** A tenure with every field. */
export const anyTenure = fc
  .record({
    customer: anyId,
    from: fc.integer({ min: -5, max: 50 }),
    length: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.constant(Infinity)),
    amount: fc.double({ min: 0, max: 1e6, noNaN: true }),
    billing: fc.constantFrom('month', 'year', { every: 3, period: 'month' } as const),
    currency: fc.constantFrom('EUR', 'USD'),
    status: anyAttribute,
    reason: anyAttribute,
    plan: anyAttribute,
  })
  .map(({ length, ...tenure }) => ({ ...tenure, to: tenure.from + length }));
