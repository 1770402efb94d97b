import fc from 'fast-check';

/** Small and large whole numbers, up to 2^53. */
export const anyCount = fc.oneof(fc.nat(20), fc.nat(1e6), fc.maxSafeNat());

/** A whole number and another of at most that. */
export const anyPart = anyCount.chain((whole) =>
  fc.record({
    whole: fc.constant(whole),
    part: fc.oneof(fc.nat(Math.min(whole, 20)), fc.integer({ min: 0, max: whole })),
  }),
);

/** A share of customers. */
export const anyShare = fc.double({ min: 0, max: 1, noNaN: true });

/** Quantities that need not be whole, as published totals are. */
export const anyQuantity = fc.oneof(
  fc.nat(1000).map((thousandths) => thousandths / 1000),
  fc.double({ min: 0, max: 1e9, noNaN: true }),
);

/** How many cases a property is tried on. */
export const MANY = { numRuns: 10_000 };
