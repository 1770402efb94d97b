import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearestDouble, quotientOf } from '../rates/exact.ts';

const anyWhole = fc.oneof(fc.nat(20), fc.nat(1e6), fc.maxSafeNat());

/** Holds that a metric divides one field by another with a single rounding, and is NaN where the other is 0. */
export function dividesExactly(metric: (subject: never) => number, over: string, under: string): void {
  test('is correctly rounded for whole numbers, and NaN, never infinite, over nothing', () => {
    fc.assert(
      fc.property(anyWhole, anyWhole, (numerator, denominator) => {
        const found = metric({ [over]: numerator, [under]: denominator } as never);
        if (denominator === 0) expect(found).toBeNaN();
        else expect(found).toBe(nearestDouble(quotientOf(numerator, denominator)));
      }),
      { numRuns: 2000 },
    );
  });
}
