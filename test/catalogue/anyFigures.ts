import fc from 'fast-check';

/** From nothing to the totals of a large company, whole or not. */
export const quantity = fc.oneof(
  fc.constantFrom(0, 1, 0.1, 1e12),
  fc.nat(1000),
  fc.double({ min: 0, max: 1e12, noNaN: true }),
);
export const money = fc.oneof(
  fc.constantFrom(0, -1, 0.01),
  quantity,
  fc.double({ min: -1e12, max: 1e12, noNaN: true }),
);
export const share = fc.oneof(fc.constantFrom(0, 1, 0.5, 1 - 2 ** -53), fc.double({ min: 0, max: 1, noNaN: true }));
/** A quantity and one of at most that. */
export const part = fc.tuple(quantity, share).map(([whole, of]) => [whole, whole * of] as const);
