import fc from 'fast-check';
import { expect, test } from 'vitest';
import { productError, sumError } from '../../src/numeric/exactError.ts';

/** A double as a whole number of steps of 2^-1074: sums and products of doubles, without rounding. */
function steps(value: number): bigint {
  const bits = new BigUint64Array(Float64Array.of(value).buffer)[0]!;
  const exponent = Number((bits >> 52n) & 0x7ffn);
  const digits = (bits & 0xfffffffffffffn) | (exponent === 0 ? 0n : 1n << 52n);
  const size = digits << BigInt(Math.max(0, exponent - 1));
  return value < 0 ? -size : size;
}

const number = fc.double({ min: -1e60, max: 1e60, noNaN: true }).filter((x) => x === 0 || Math.abs(x) > 1e-60);

test('a sum and its error are the exact sum', () => {
  fc.assert(
    fc.property(number, number, (a, b) => {
      expect(steps(a + b) + steps(sumError(a, b))).toBe(steps(a) + steps(b));
    }),
  );
});

test('a product and its error are the exact product', () => {
  fc.assert(
    fc.property(number, number, (a, b) => {
      const exact = steps(a) * steps(b);
      expect((steps(a * b) + steps(productError(a, b))) << 1074n).toBe(exact);
    }),
  );
});
